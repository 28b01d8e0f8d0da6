import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { FEED_APPLICATION_NAME } from "./database-feed";
import { installRealtimeSchema } from "./schema";
import { eventually, received, startTestServer, subscribe, type TestServer } from "./test-server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    limits: { maxBufferedBytes: 300_000, maxChannelsPerSocket: 3 },
  });
});
afterAll(() => server.close());

/** Frames that a bare socket got, and how it was closed. */
function watch(socket: WebSocket) {
  const frames: unknown[] = [];
  let closed: { code: number; reason: string } | undefined;
  socket.on("message", (data, binary) => {
    if (!binary) frames.push(JSON.parse(data.toString()));
  });
  socket.on("close", (code, reason) => {
    closed = { code, reason: reason.toString() };
  });
  socket.on("error", () => undefined);
  return { frames, closed: () => closed };
}

/** Somebody else on the server, who must not notice anything. */
async function bystander() {
  const topic = `bystander:${randomUUID()}`;
  const { token } = await server.member(topic);
  const client = await server.client({ token });
  const channel = client.channel(topic, { config: { private: true } });
  const heard = received(channel);
  const { statuses } = await subscribe(channel);
  return async () => {
    await server.sql("select public.tell($1, '{}')", [topic]);
    await eventually(() => heard.length === 1);
    expect(statuses).toEqual(["SUBSCRIBED"]);
  };
}

describe("a socket that misbehaves is closed with a reason, and nobody else", () => {
  const join = JSON.stringify(["1", "1", "realtime:x", "phx_join", {}]);
  const broadcast = Buffer.from("\x03\x01\x011\x00\x00\x01", "latin1");
  const cases: [string, (string | Buffer)[], number, RegExp][] = [
    ["no JSON", ["{"], 1007, /Malformed/],
    ["no frame", ['{"topic":1}'], 1007, /Malformed/],
    ["a short array", ['["1","1","realtime:x"]'], 1007, /Malformed/],
    ["an unknown binary kind", [Buffer.from([9, 0, 0, 0, 0, 0, 0])], 1007, /Malformed/],
    ["a cut-off binary frame", [join, broadcast], 1007, /Malformed/],
    ["a huge frame", ["x".repeat(1_000_001)], 1009, /.*/],
    ["a flood", Array.from({ length: 500 }, () => join), 1008, /Too many messages per second/],
  ];
  test.each(cases)("%s", async (_, frames, code, reason) => {
    const unharmed = await bystander();
    const socket = await server.socket();
    const { closed } = watch(socket);
    for (const frame of frames) socket.send(frame);
    expect(await eventually(closed)).toEqual({ code, reason: expect.stringMatching(reason) });
    await unharmed();
  });

  test("silence", async () => {
    const strict = await startTestServer({ limits: { idleAfterMs: 400 } });
    const { closed } = watch(await strict.socket());
    expect(await eventually(closed)).toEqual({ code: 1000, reason: "No heartbeat" });
    await strict.close();
  });

  test("a reader too slow for its messages", async () => {
    const topic = "slow";
    const { token } = await server.member(topic);
    const channel = (await server.client({ token })).channel(topic, { config: { private: true } });
    const heard = received(channel);
    await subscribe(channel);
    const socket = await server.socket();
    const { frames, closed } = watch(socket);
    socket.send(
      JSON.stringify([
        "1",
        "1",
        "realtime:slow",
        "phx_join",
        { config: { private: true }, access_token: token },
      ]),
    );
    await eventually(() => frames.length > 0);
    socket.pause();
    for (let n = 1; n <= 50; n += 1) {
      await server.sql("select public.tell($1, jsonb_build_object('pad', repeat('x', 240000)))", [
        topic,
      ]);
      await eventually(() => heard.length === n);
    }
    await eventually(() => server.log.some((line) => line.includes("Too slow")));
    socket.resume();
    await eventually(closed);
  });
});

describe("a push that cannot be served is answered with an error", () => {
  const cases: [string, unknown[], RegExp][] = [
    [
      "postgres_changes",
      ["realtime:p", "phx_join", { config: { postgres_changes: [{ event: "*" }] } }],
      /^RealtimeDisabled/,
    ],
    [
      "replay",
      [
        "realtime:p",
        "phx_join",
        { config: { private: true, broadcast: { replay: { since: 1 } } } },
      ],
      /^UnableToReplay/,
    ],
    ["a join without topic", ["realtime:", "phx_join", {}], /^TopicNameRequired/],
    ["a join of an unknown topic", ["other", "phx_join", {}], /unmatched topic/],
    [
      "a malformed join",
      ["realtime:m", "phx_join", { config: { private: "yes" } }],
      /^InvalidJoinPayload/,
    ],
    ["an unknown event of phoenix", ["phoenix", "dance", {}], /unmatched topic/],
    [
      "a topic that is not joined",
      ["realtime:none", "broadcast", { event: "e" }],
      /unmatched topic/,
    ],
  ];
  test.each(cases)("%s", async (_, [topic, event, payload], reason) => {
    const socket = await server.socket();
    const { frames } = watch(socket);
    socket.send(JSON.stringify(["1", "2", topic, event, payload]));
    await eventually(() => frames.length > 0);
    expect(frames[0]).toEqual([
      "1",
      "2",
      topic,
      "phx_reply",
      { status: "error", response: { reason: expect.stringMatching(reason) } },
    ]);
  });

  test("an unknown event, and a heartbeat in between", async () => {
    const socket = await server.socket();
    const { frames } = watch(socket);
    socket.send(JSON.stringify(["1", "1", "realtime:e", "phx_join", {}]));
    socket.send(JSON.stringify(["1", "2", "realtime:e", "dance", {}]));
    socket.send(JSON.stringify([null, "3", "phoenix", "heartbeat", {}]));
    await eventually(() => frames.length === 3);
    const ok = { status: "ok", response: {} };
    expect(frames).toContainEqual([null, "3", "phoenix", "phx_reply", ok]);
    expect(frames).toContainEqual([
      "1",
      "2",
      "realtime:e",
      "phx_reply",
      { status: "error", response: { reason: "Unexpected event: dance" } },
    ]);
  });

  test("one channel more than a socket may have", async () => {
    const socket = await server.socket();
    const { frames } = watch(socket);
    for (const n of ["1", "2", "3", "4"]) {
      socket.send(JSON.stringify([n, n, `realtime:${n}`, "phx_join", {}]));
    }
    await eventually(() => frames.length === 4);
    expect(frames).toContainEqual([
      "4",
      "4",
      "realtime:4",
      "phx_reply",
      { status: "error", response: { reason: "ChannelRateLimitReached: Too many channels" } },
    ]);
  });
});

test("a lost listening connection is told to every client, who come back and miss nothing after", async () => {
  const topic = "feed";
  const { token } = await server.member(topic);
  const client = await server.client({ token });
  const channel = client.channel(topic, { config: { private: true } });
  const heard = received(channel);
  const { statuses } = await subscribe(channel);
  const killed = await server.admin(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1",
    [FEED_APPLICATION_NAME],
  );
  expect(killed.rowCount).toBe(1);
  await eventually(() => statuses.length === 3, 10_000);
  expect(statuses).toEqual(["SUBSCRIBED", "CHANNEL_ERROR", "SUBSCRIBED"]);
  await server.sql("select public.tell($1, '{}')", [topic]);
  await eventually(() => heard.length === 1);
});

test("notifications that are not from the trigger are ignored", async () => {
  const unharmed = await bystander();
  await server.sql(
    "select pg_notify('realtime_messages', 'nonsense'), pg_notify('realtime_messages', gen_random_uuid()::text)",
  );
  await unharmed();
});

test("close ends sockets, connections and timers, and the schema can be installed again", async () => {
  const other = await startTestServer();
  const { closed } = watch(await other.socket());
  await other.stopRealtime();
  expect(await eventually(closed)).toEqual({ code: 1012, reason: "Realtime is stopping" });
  const connections =
    "select 1 from pg_stat_activity where application_name like 'supabase_realtime%'";
  await eventually(async () => (await other.admin(connections)).rowCount === 0);
  const client = new pg.Client({ connectionString: other.databaseUrl });
  await client.connect();
  await installRealtimeSchema(client);
  await client.end();
  await other.close();
});
