import type { Authorizer } from "./authorize";
import type { ProtocolVersion, WireFrame } from "./frames";
import type { Limits } from "./limits";
import type { Log } from "./log";
import type { Presences } from "./presence";
import type { Identify } from "./token";
import type { Topics } from "./topics";

/** What all sockets of one server share. */
export type Services = {
  identify: Identify;
  authorizer: Authorizer;
  topics: Topics;
  presences: Presences;
  limits: Limits;
  log: Log;
};

/** What a channel knows of its socket. */
export type Peer = {
  readonly version: ProtocolVersion;
  readonly apikey: string;
  readonly headers: Record<string, string>;
  send(frame: WireFrame): void;
};
