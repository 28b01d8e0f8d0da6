import { RealtimeClient } from "@supabase/realtime-js";
import { changeEventName, parseBoardEvent } from "@/domain/board-events";
import { readPresences } from "@/domain/read-presences";
import { backoff, browserClock } from "./clock";
import type { ChannelStatus, RealtimeSession, RealtimeSocket } from "./realtime-socket";

/** Reasons of Supabase Realtime begin with its operational codes. */
function statusOfError(message: string): ChannelStatus {
  if (/^Unauthorized/i.test(message)) return "refused";
  if (/JWT|token/i.test(message)) return "ended";
  return "lost";
}

/** Connects to Realtime, and reads what comes from there: everything beyond is of known shape. */
export function openSocket(session: RealtimeSession): RealtimeSocket {
  const client = new RealtimeClient(session.url, {
    params: { apikey: session.key },
    reconnectAfterMs: (tries) => backoff(tries - 1, browserClock),
  });
  return {
    setAuth: (accessToken) => client.setAuth(accessToken),
    join(topic, { onChange, onPresence, onStatus }) {
      let isLeft = false;
      const channel = client.channel(topic, { config: { private: true } });
      const report = (status: ChannelStatus) => {
        if (!isLeft) onStatus(status);
      };
      channel.on("broadcast", { event: changeEventName }, ({ payload }) => {
        if (!isLeft) onChange(parseBoardEvent(payload));
      });
      channel.on("presence", { event: "sync" }, () => {
        if (!isLeft) onPresence(() => readPresences(channel.presenceState()));
      });
      channel.on("system", {}, (message: { status?: unknown }) => {
        if (message.status === "error") report("ended");
      });
      channel.subscribe((status, error) => {
        if (status === "SUBSCRIBED") report("joined");
        if (status === "TIMED_OUT") report("lost");
        if (status === "CLOSED") report("ended");
        if (status === "CHANNEL_ERROR") report(statusOfError(error?.message ?? ""));
      });
      return {
        async leave() {
          isLeft = true;
          await client.removeChannel(channel);
        },
        // A hint that is not told is told again with the next join: nothing waits for it.
        track: (shown) => void (shown ? channel.track({ ...shown }) : channel.untrack()),
      };
    },
    wake: () => client.connect(),
    close: () => void client.removeAllChannels(),
  };
}
