/**
 * The listening side of the broadcast measurement, in a process of its own: boards with the official
 * client and their channels, and beside each a plain WebSocket to the floor. Configured by the first
 * message of the parent; afterwards tells which marks arrived when, on the clock of the machine.
 */
import { RealtimeClient, type RealtimeClientOptions } from "@supabase/supabase-js";
import WebSocket from "ws";
import { type Arrival, type BoardsOrder, now } from "./boards-protocol";

/** `ws` is the documented transport for Node; only the `this` and `null` of its types differ. */
const transport = WebSocket as unknown as NonNullable<RealtimeClientOptions["transport"]>;

const arrivals: Arrival[] = [];

process.on("message", (message: BoardsOrder) => {
  if (message.kind === "open") void open(message);
  else process.send?.({ kind: "arrivals", arrivals: arrivals.splice(0) });
});

async function open(order: Extract<BoardsOrder, { kind: "open" }>): Promise<void> {
  try {
    // A few at a time, as people come.
    for (let n = 0; n < order.boards.length; n += 10) {
      await Promise.all(
        order.boards.slice(n, n + 10).map(async (board) => {
          await openBoard(order, board);
          await openFloor(order.floorUrl);
        }),
      );
    }
    process.send?.({ kind: "ready" });
  } catch (error) {
    process.send?.({ kind: "failed", message: String(error) });
  }
}

async function openBoard(
  { url, publishableKey }: { url: string; publishableKey: string },
  { token, topics }: { token: string; topics: string[] },
): Promise<void> {
  const client = new RealtimeClient(`${url.replace("http", "ws")}/realtime/v1`, {
    params: { apikey: publishableKey },
    transport,
  });
  await client.setAuth(token);
  const joins = topics.map((topic) => {
    const channel = client
      .channel(topic, { config: { private: true } })
      .on("broadcast", { event: "change" }, ({ payload }) => {
        if (payload.mutationId) arrivals.push({ mark: payload.mutationId, at: now() });
      });
    return new Promise<void>((resolve, reject) => {
      channel.subscribe((status, error) => {
        if (status === "SUBSCRIBED") resolve();
        else reject(error ?? new Error(`${topic}: ${status}`));
      });
    });
  });
  await Promise.all(joins);
}

async function openFloor(url: string): Promise<void> {
  const socket = new WebSocket(url);
  socket.on("message", (data) => {
    const { mutationId } = JSON.parse(String(data));
    arrivals.push({ mark: mutationId, at: now() });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.once("error", reject);
  });
}
