import type { AddressInfo } from "node:net";
import pg from "pg";
import { WebSocketServer } from "ws";

/**
 * The least that can be done to get a committed row to everyone: one connection that listens, and a
 * `send` to each socket. No topics, no rights, no protocol, and the row, which is written once, travels
 * in the notification.
 */
export async function startFloor(
  databaseUrl: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await new Promise<void>((resolve) => server.once("listening", () => resolve()));
  const listener = new pg.Client({ connectionString: databaseUrl });
  listener.on("error", (error) => console.error(error.message));
  listener.on("notification", ({ payload = "" }) => {
    for (const socket of server.clients) socket.send(payload);
  });
  await listener.connect();
  // A commit that nothing is written in does not wait for the disk.
  await listener.query("create table public.bench_floor (event text not null)");
  await listener.query("grant insert, select on public.bench_floor to authenticated");
  await listener.query("listen bench_floor");
  // A TCP server's address is one of these, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    async stop() {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await listener.query("drop table public.bench_floor");
      await listener.end();
    },
  };
}
