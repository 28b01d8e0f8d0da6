import { browserClock } from "./clock";
import type { Feed, FeedHandlers } from "./feed";
import { openWithPresence, type PresenceOptions } from "./presence-feed";
import { openSocket } from "./socket";
import { createFeed, type FeedOptions } from "./topics";

type LineOptions = Pick<FeedOptions, "fetchSession" | "isSignedOut"> &
  Omit<PresenceOptions, "clock" | "page"> &
  Partial<Pick<PresenceOptions, "page">>;

/** The line of a board, or of another page that shows who is there: its channels over one socket, and who else is on them. */
export function openLine(options: LineOptions, handlers: FeedHandlers): Feed {
  const { fetchSession, isSignedOut, page = "board", ...presence } = options;
  const clock = browserClock;
  const open = (through: FeedHandlers) =>
    createFeed({ openSocket, fetchSession, isSignedOut, clock }, through);
  return openWithPresence({ ...presence, page, clock }, open, handlers);
}
