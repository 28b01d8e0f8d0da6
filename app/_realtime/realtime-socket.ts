import type { BoardEvent } from "@/domain/board-events";
import type { Presence } from "@/domain/presence";

/** What the socket needs to connect as this user; `expiresAt` is an ISO moment. */
export type RealtimeSession = { url: string; key: string; accessToken: string; expiresAt: string };

/**
 * "joined": receiving. "lost": the line broke, the socket joins again by itself. "refused": this
 * user may not see the topic. "ended": the server closed the channel, most often because its token
 * expired; it needs a new token and a new channel.
 */
export type ChannelStatus = "joined" | "lost" | "refused" | "ended";

export type ChannelHandlers = {
  /** Null: something came that cannot be read. */
  onChange(event: BoardEvent | null): void;
  /** Somebody came, went or shows something else; `read` gives what everyone on the topic shows. */
  onPresence(read: () => Presence[]): void;
  onStatus(status: ChannelStatus): void;
};

export type JoinedChannel = {
  /** Leaves the topic; silent from then on. */
  leave(): Promise<void>;
  /** Shows this to everyone on the topic in place of what was shown before; null shows nothing. */
  track(shown: object | null): void;
};

/** The one connection of a page, as little of it as the board needs. */
export type RealtimeSocket = {
  /** Before the first join, and with every new token. */
  setAuth(accessToken: string): Promise<void>;
  /** Joins a private topic. */
  join(topic: string, handlers: ChannelHandlers): JoinedChannel;
  /** Connects now if it was waiting to. */
  wake(): void;
  close(): void;
};
