import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ANON_KEY,
  eventually,
  received,
  SERVICE_KEY,
  startTestServer,
  subscribe,
  type TestServer,
} from "./test-server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const PRIVATE = { config: { private: true } };

describe.each(["1.0.0", "2.0.0"] as const)("broadcast, protocol %s", (version) => {
  const topic = (name: string) => `${name}:${version}`;

  test("reaches the others on a public topic, and not the sender", async () => {
    const [sender, reader] = [await server.client({ version }), await server.client({ version })];
    const [from, to] = [sender.channel(topic("public")), reader.channel(topic("public"))];
    const [echoed, heard] = [received(from), received(to, "greeting")];
    expect((await subscribe(from)).first).toBe("SUBSCRIBED");
    await subscribe(to);
    await from.send({ type: "broadcast", event: "greeting", payload: { text: "Grüße ☕" } });
    await eventually(() => heard.length === 1);
    expect(heard[0]).toMatchObject({ event: "greeting", payload: { text: "Grüße ☕" } });
    expect(echoed).toEqual([]);
  });

  test("is acknowledged and echoed when asked for", async () => {
    const client = await server.client({ version });
    const config = { broadcast: { ack: true, self: true } };
    const channel = client.channel(topic("self"), { config });
    const heard = received(channel);
    await subscribe(channel);
    expect(await channel.send({ type: "broadcast", event: "a", payload: {} })).toBe("ok");
    await eventually(() => heard.length === 1);
  });

  test("says when a payload is too large, and keeps the channel", async () => {
    const client = await server.client({ version });
    const channel = client.channel(topic("large"), { config: { broadcast: { ack: true } } });
    await subscribe(channel);
    const payload = { text: "x".repeat(300_000) };
    expect(await channel.send({ type: "broadcast", event: "a", payload })).toBe("error");
    expect(await channel.send({ type: "broadcast", event: "a", payload: {} })).toBe("ok");
  });

  test("reaches clients of the other version", async () => {
    const sender = await server.client({ version });
    const reader = await server.client({ version: version === "1.0.0" ? "2.0.0" : "1.0.0" });
    const [from, to] = [sender.channel(topic("mixed")), reader.channel(topic("mixed"))];
    const heard = received(to);
    await Promise.all([subscribe(from), subscribe(to)]);
    await from.send({ type: "broadcast", event: "é", payload: { n: 1 } });
    await eventually(() => heard.length === 1);
    expect(heard[0]).toMatchObject({ type: "broadcast", event: "é", payload: { n: 1 } });
  });

  test("from the database arrives in commit order, whatever its size", async () => {
    const name = topic("database");
    const { token } = await server.member(name);
    const client = await server.client({ version, token });
    const channel = client.channel(name, PRIVATE);
    const heard = received(channel, "changed");
    expect((await subscribe(channel)).first).toBe("SUBSCRIBED");
    await server.sql(
      "select public.tell($1, jsonb_build_object('n', n)) from generate_series(1, 700) n",
      [name],
    );
    await server.sql(
      "select public.tell($1, jsonb_build_object('n', 701, 'pad', repeat('x', 20000)))",
      [name],
    );
    await eventually(() => heard.length === 701);
    expect(heard.map((it) => Object(it.payload).n)).toEqual(
      Array.from({ length: 701 }, (_, index) => index + 1),
    );
    const last = heard[700];
    expect(last).toMatchObject({ event: "changed", meta: { id: Object(last?.payload).id } });
  });

  test("keeps a public and a private topic of one name apart", async () => {
    const name = topic("apart");
    const { token } = await server.member(name);
    const [one, other] = [
      await server.client({ version, token }),
      await server.client({ version }),
    ];
    const [inside, outside] = [one.channel(name, PRIVATE), other.channel(name)];
    const [secrets, news] = [received(inside), received(outside)];
    await Promise.all([subscribe(inside), subscribe(outside)]);
    await server.sql("select realtime.send('{}', 'secret', $1)", [name]);
    await server.sql("select realtime.send('{}', 'news', $1, false)", [name]);
    await eventually(() => secrets.length > 0 && news.length > 0);
    expect([...secrets, ...news].map((it) => it.event)).toEqual(["secret", "news"]);
  });

  test("over HTTP reaches the topic without a subscription", async () => {
    const [sender, reader] = [await server.client({ version }), await server.client({ version })];
    const to = reader.channel(topic("http"));
    const heard = received(to);
    await subscribe(to);
    const from = sender.channel(topic("http"));
    expect(await from.httpSend("single", { n: 1 })).toEqual({ success: true });
    expect(await from.send({ type: "broadcast", event: "batch", payload: { n: 2 } })).toBe("ok");
    await eventually(() => heard.length === 2);
    expect(heard).toMatchObject([
      { event: "single", payload: { n: 1 } },
      { event: "batch", payload: { n: 2 } },
    ]);
  });
});

test("bytes travel between clients of protocol 2.0.0 and skip those of 1.0.0", async () => {
  const sender = await server.client();
  const readers = [await server.client(), await server.client({ version: "1.0.0" })] as const;
  const heard = readers.map((reader) => received(reader.channel("bytes")));
  const from = sender.channel("bytes");
  await Promise.all([...readers.map((it) => subscribe(it.channel("bytes"))), subscribe(from)]);
  await from.send({ type: "broadcast", event: "raw", payload: new Uint8Array([0, 255]).buffer });
  await from.httpSend("raw", new Uint8Array([7]));
  await from.send({ type: "broadcast", event: "end", payload: {} });
  await eventually(() => heard.every((messages) => messages.at(-1)?.event === "end"));
  expect(heard.map((messages) => messages.length)).toEqual([3, 1]);
  const bytes = heard[0]?.slice(0, 2).map(({ payload }) => {
    return payload instanceof ArrayBuffer ? [...new Uint8Array(payload)] : payload;
  });
  expect(bytes).toEqual([[0, 255], [7]]);
});

test("broadcast_changes ships the row of a trigger", async () => {
  await server.sql(`
    create table public.notes (id int primary key, body text);
    create function public.note_changed() returns trigger
      language plpgsql security definer set search_path = '' as $$
      begin
        perform realtime.broadcast_changes(
          'notes', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
        return null;
      end $$;
    create trigger note_changed after insert or update or delete on public.notes
      for each row execute function public.note_changed();
  `);
  const { token } = await server.member("notes");
  const channel = (await server.client({ token })).channel("notes", PRIVATE);
  const heard = received(channel);
  await subscribe(channel);
  await server.sql("insert into public.notes values (1, 'a')");
  await server.sql("update public.notes set body = 'b'");
  await server.sql("delete from public.notes");
  await eventually(() => heard.length === 3);
  expect(heard.map((it) => it.payload)).toMatchObject([
    { operation: "INSERT", schema: "public", table: "notes", record: { id: 1, body: "a" } },
    { operation: "UPDATE", old_record: { body: "a" }, record: { body: "b" } },
    { operation: "DELETE", old_record: { id: 1, body: "b" }, record: null },
  ]);
});

test("nothing is sent by a transaction that is rolled back", async () => {
  const { token } = await server.member("rollback");
  const channel = (await server.client({ token })).channel("rollback", PRIVATE);
  const heard = received(channel);
  await subscribe(channel);
  await expect(
    server.sql("select public.tell('rollback', '{}', 'no'); select 1 / 0"),
  ).rejects.toThrow("division");
  await server.sql("select public.tell('rollback', '{}', 'yes')");
  await eventually(() => heard.length > 0);
  expect(heard.map((it) => it.event)).toEqual(["yes"]);
});

test("a send without the right to insert warns and leaves the write alone", async () => {
  const { rows } = await server
    .sql(`
    begin;
    create table public.written (n int);
    grant insert on public.written to anon;
    set local role anon;
    insert into public.written values (1);
    select realtime.send('{}', 'event', 'topic');
    reset role;
    commit;
    select 1;
  `)
    .then((results) => [results].flat().at(-1) ?? { rows: [] });
  expect(rows).toHaveLength(1);
  expect((await server.sql("select count(*)::int as n from public.written")).rows).toEqual([
    { n: 1 },
  ]);
});

describe("HTTP", () => {
  const post = (path: string, init: RequestInit & { key?: string }) =>
    fetch(`${server.url}/api/broadcast${path}`, {
      method: "POST",
      body: JSON.stringify({ messages: [{ topic: "t", event: "e", payload: {} }] }),
      ...init,
      headers: {
        apikey: init.key ?? ANON_KEY,
        "content-type": "application/json",
        ...init.headers,
      },
    });

  test.each([
    ["no key", { key: "" }, "", 401],
    ["a forged token", { headers: { authorization: "Bearer a.b.c" } }, "", 401],
    ["no messages", { body: "{}" }, "", 422],
    ["no JSON", { body: "{" }, "", 422],
    ["a message without payload", { body: '{"messages":[{"topic":"t","event":"e"}]}' }, "", 422],
    ["a huge body", { body: "x".repeat(1_100_000) }, "", 413],
    ["a large payload", { body: JSON.stringify("x".repeat(300_000)) }, "/t/events/e", 422],
    ["another content type", { headers: { "content-type": "text/plain" } }, "/t/events/e", 415],
    ["another method", { method: "PUT" }, "", 405],
    ["another path", {}, "/t", 404],
    ["a private topic that the policies refuse", {}, "/t/events/e?private=true", 403],
    ["the service key on a private topic", { key: SERVICE_KEY }, "/t/events/e?private=true", 202],
  ])("%s", async (_, init, path, status) => {
    const response = await post(path, init);
    const body = await response.text();
    expect([response.status, body]).toEqual([
      status,
      status === 202 ? "" : expect.stringMatching(/error/),
    ]);
  });

  test("a member who may send reaches the private topic", async () => {
    const { token } = await server.member("http-private");
    const channel = (await server.client({ token })).channel("http-private", PRIVATE);
    const heard = received(channel);
    await subscribe(channel);
    expect(await channel.httpSend("e", { n: 1 })).toEqual({ success: true });
    await eventually(() => heard.length === 1);
    const { token: silent } = await server.member("http-private", { maySend: false });
    const reader = (await server.client({ token: silent })).channel("http-private", PRIVATE);
    await expect(reader.httpSend("e", { n: 2 })).rejects.toThrow("Unauthorized");
  });
});
