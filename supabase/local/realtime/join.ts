import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AuthorizationUnavailable, type Rights } from "./authorize";
import type { Peer, Services } from "./services";
import type { Identity } from "./token";
import { TOPIC_PREFIX } from "./topics";

/** What a client asked for when it joined; names as in the `config` of the join payload. */
export type JoinSettings = {
  topic: string;
  private: boolean;
  ack: boolean;
  self: boolean;
  presenceKey: string;
  presenceEnabled: boolean;
};

export type Admission =
  | { ok: true; settings: JoinSettings; identity: Identity; reads: Rights }
  | { ok: false; reason: string };

const flag = z.boolean().nullish();
const joinPayload = z.looseObject({
  access_token: z.string().nullish(),
  config: z
    .looseObject({
      private: flag,
      broadcast: z.looseObject({ ack: flag, self: flag, replay: z.unknown().optional() }).nullish(),
      presence: z.looseObject({ key: z.string().nullish(), enabled: flag }).nullish(),
      postgres_changes: z.array(z.unknown()).nullish(),
    })
    .nullish(),
});

/** Rights on a public channel: whoever has a key. */
export const ALL_RIGHTS: Rights = { broadcast: true, presence: true };

/**
 * Decides on a `phx_join`. Reasons begin with the codes of Supabase Realtime ("Realtime operational
 * codes"), so that a client may tell them apart.
 */
export async function admit(
  peer: Peer,
  wireTopic: string,
  payload: unknown,
  services: Services,
): Promise<Admission> {
  const topic = wireTopic.slice(TOPIC_PREFIX.length);
  if (topic === "") return refuse("TopicNameRequired: You must provide a topic name");
  const parsed = joinPayload.safeParse(payload ?? {});
  if (!parsed.success) {
    return refuse(`InvalidJoinPayload: ${z.prettifyError(parsed.error)}`);
  }
  const config = parsed.data.config ?? {};
  if (config.postgres_changes?.length) {
    return refuse(
      "RealtimeDisabledForConfiguration: postgres_changes is not served, use broadcasts",
    );
  }
  if (config.broadcast?.replay != null) {
    return refuse("UnableToReplayMessages: replay is not served, fetch what you missed");
  }
  const settings: JoinSettings = {
    topic,
    private: config.private ?? false,
    ack: config.broadcast?.ack ?? false,
    self: config.broadcast?.self ?? false,
    presenceKey: config.presence?.key || randomUUID(),
    presenceEnabled: config.presence?.enabled ?? false,
  };

  const identification = services.identify(credentialOf(parsed.data.access_token, peer));
  if (!identification.ok) return refuse(`${identification.code}: ${identification.message}`);
  const { identity } = identification;
  if (!settings.private) return { ok: true, settings, identity, reads: ALL_RIGHTS };

  try {
    const reads = await services.authorizer.read({ topic, identity, headers: peer.headers });
    return mayStay(settings.presenceEnabled, reads)
      ? { ok: true, settings, identity, reads }
      : refuse(
          `Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`,
        );
  } catch (error) {
    if (!(error instanceof AuthorizationUnavailable)) throw error;
    services.log("error", `join of ${topic}: ${String(error.cause)}`);
    return refuse(`UnableToConnectToProject: ${error.message}`);
  }
}

/** A private channel is worth keeping while its member may receive something on it. */
export function mayStay(presenceEnabled: boolean, reads: Rights): boolean {
  return reads.broadcast || (presenceEnabled && reads.presence);
}

/** Opaque keys are no access tokens: with one, the channel acts as the key of its socket. */
function credentialOf(accessToken: string | null | undefined, peer: Peer): string {
  return accessToken && !accessToken.startsWith("sb_") ? accessToken : peer.apikey;
}

function refuse(reason: string): Admission {
  return { ok: false, reason };
}
