import { browserClock } from "./clock";
import type { Feed, FeedHandlers } from "./feed";
import { openWithPresence, type PresenceOptions } from "./presence-feed";
import { openSocket } from "./socket";
import { createFeed, type FeedOptions } from "./topics";

type LineOptions = Pick<FeedOptions, "fetchSession" | "isSignedOut"> &
  Omit<PresenceOptions, "clock">;

/** The line of a board: its channels over one socket, and who else is on them. */
export function openLine(options: LineOptions, handlers: FeedHandlers): Feed {
  const { fetchSession, isSignedOut, ...presence } = options;
  const clock = browserClock;
  const open = (through: FeedHandlers) =>
    createFeed({ openSocket, fetchSession, isSignedOut, clock }, through);
  return openWithPresence({ ...presence, clock }, open, handlers);
}
