import { browserClock } from "../clock";
import type { Feed, FeedHandlers } from "../feed";
import { openSocket } from "../socket";
import { createFeed, type FeedOptions } from "../topics";

/** The line of a page where nobody shows who is there: its channels over one socket. */
export function openFeed(
  options: Pick<FeedOptions, "fetchSession" | "isSignedOut">,
  handlers: FeedHandlers,
): Feed {
  return createFeed({ openSocket, clock: browserClock, ...options }, handlers);
}
