import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { lateClient } from "./late-client";

type Sent = { url: string; method: string | undefined; body: unknown; headers: unknown };

let sent: Sent[] = [];
beforeEach(() => {
  sent = [];
});

/** Notes what is sent and answers null to each call of a batch. */
vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
  sent.push({ url, method: init.method, body: init.body, headers: init.headers });
  const calls = url.split("?")[0]?.split(",") ?? [];
  return Response.json(calls.map(() => ({ result: { data: null } })));
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const client = lateClient({ workspaceId: "w", userId: "u" });

function cursors(count: number): Record<`team:${string}`, number> {
  const topics = Array.from({ length: count }, () => [`team:${crypto.randomUUID()}`, 1_000_000]);
  return Object.fromEntries(topics);
}

it("asks by GET, several at once", async () => {
  await Promise.all([client.board.heads.query(), client.stage.list.query()]);
  expect(sent).toMatchObject([
    { url: "/api/trpc/board.heads,stage.list?batch=1&input=%7B%7D", method: "GET" },
  ]);
});

it("asks by POST what is too long for an address", async () => {
  const input = { cursors: cursors(200) };
  await Promise.all([client.board.catchUp.query(input), client.board.heads.query()]);
  expect(sent.map(({ url, method }) => [url.split("&")[0], method])).toEqual([
    ["/api/trpc/board.catchUp?batch=1", "POST"],
    ["/api/trpc/board.heads?batch=1", "GET"],
  ]);
  expect(JSON.parse(String(sent[0]?.body))).toEqual({ 0: input });
});

it("never sends a long address, however many ask at once", async () => {
  const inputs = Array.from({ length: 10 }, () => ({ cursors: cursors(25) }));
  await Promise.all(inputs.map((input) => client.board.catchUp.query(input)));
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.every(({ url, method }) => url.length <= 4000 && method === "GET")).toBe(true);
});

it("says with every call in which workspace and whose page it is", async () => {
  await Promise.all([
    client.board.heads.query(),
    client.board.catchUp.query({ cursors: cursors(200) }),
  ]);
  const scope = { "x-spur-workspace": "w", "x-spur-user": "u" };
  expect(sent.map(({ headers }) => headers)).toMatchObject([scope, scope]);
});

it("writes by POST, with what is to be written as its body", async () => {
  await client.opportunity.delete.mutate({ id: "o", mutationId: "m" });
  expect(sent).toMatchObject([{ url: "/api/trpc/opportunity.delete?batch=1", method: "POST" }]);
  expect(JSON.parse(String(sent[0]?.body))).toEqual({ 0: { id: "o", mutationId: "m" } });
});

it("gives a call up when asked to", async () => {
  const given = AbortSignal.abort();
  await expect(client.board.heads.query(undefined, { signal: given })).rejects.toThrow();
  expect(sent).toEqual([]);
});

it("is no promise, so that it may be awaited", async () => {
  expect(await client).toBe(client);
});
