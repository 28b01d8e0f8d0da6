import { beforeAll, expect, it } from "vitest";
import { health } from "./health";
import { handleTrpc, largestBatch } from "./http";
import { connectToTestStack, newWorkspace, signUp, some, type TestWorkspace } from "./testing";
import { readReply, send } from "./testing-http";

connectToTestStack();
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const base = "http://localhost:3000/api/trpc";

function post(path: string, body: BodyInit, headers: Record<string, string>): Request {
  return new Request(`${base}/${path}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
    duplex: "half",
  } as RequestInit);
}

const signOut = (headers: Record<string, string>) =>
  handleTrpc(post("session.signOut", '{"everywhere":false}', headers)).then(readReply);

it("keeps the session in a cookie that scripts cannot read and caches cannot keep", async () => {
  const user = JSON.stringify(await signUp());
  const answer = await handleTrpc(
    post("session.signIn", user, { "sec-fetch-site": "same-origin" }),
  );
  expect(answer.status).toBe(200);
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(
    /^spur-session=base64-[\w-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect(await answer.text()).not.toContain("token");
});

it.each([
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site", origin: "http://sub.localhost:3000" },
  { "sec-fetch-site": "none" },
  { origin: "https://elsewhere.example" },
  { origin: "null" },
  { origin: "https://elsewhere.example", host: "localhost:3000" },
  {},
])("refuses a write that comes from %j", async (headers) => {
  expect(await signOut(headers)).toMatchObject({ status: 403, code: "cross_origin" });
});

it.each([
  { "sec-fetch-site": "same-origin" },
  { origin: "http://localhost:3000" },
  { origin: "http://192.0.2.7:3000", host: "192.0.2.7:3000" },
])("accepts a write that comes from %j", async (headers) => {
  expect(await signOut(headers)).toMatchObject({ status: 200 });
});

it("refuses a body that is too large before reading it, and one that does not say so while reading", async () => {
  const headers = { "sec-fetch-site": "same-origin" };
  const announced = post("party.create", "x".repeat(2_100_000), headers);
  expect(await readReply(await handleTrpc(announced))).toMatchObject({
    status: 413,
    code: "too_large",
  });
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1;
      controller.enqueue(new Uint8Array(100_000));
    },
  });
  const reply = await readReply(await handleTrpc(post("party.create", endless, headers)));
  expect(reply).toMatchObject({ status: 413, code: "too_large" });
  expect(sent).toBeLessThan(30);
});

it("refuses a batch longer than a page needs", async () => {
  const paths = Array(largestBatch + 1).fill("session.current");
  const answer = await handleTrpc(new Request(`${base}/${paths.join(",")}?batch=1&input={}`));
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('"code":"invalid_input"');
});

it("answers each call of a batch by itself", async () => {
  const answer = await handleTrpc(
    new Request(`${base}/session.current,session.realtime?batch=1&input={}`),
  );
  expect(await answer.json()).toMatchObject([
    { result: { data: null } },
    {
      error: {
        message: "not_signed_in",
        data: { spur: { code: "not_signed_in" }, httpStatus: 401 },
      },
    },
  ]);
});

it("answers nothing to the page of one user under the session of another", async () => {
  const { admin, id } = workspace;
  const own = some(await admin.caller.session.current()).userId;
  const ask = (userId: string) =>
    send(admin.cookies, id, "session.realtime", undefined, userId).then(({ code }) => code);
  expect(await ask(own)).toBe("ok");
  expect(await ask(crypto.randomUUID())).toBe("session_expired");
  expect(await ask("")).toBe("session_expired");
});

it.each([
  ["an unknown procedure", () => new Request(`${base}/session.nothing`), "not_found"],
  [
    "the names that every object has",
    () => new Request(`${base}/constructor.__proto__`),
    "not_found",
  ],
  [
    "a write by GET",
    () => new Request(`${base}/session.signOut?input={"everywhere":true}`),
    "invalid_input",
  ],
  [
    "a body that is no JSON",
    () => post("session.signIn", "{", { "sec-fetch-site": "same-origin" }),
    "invalid_input",
  ],
  [
    "a form",
    () =>
      post("session.signIn", "email=a", {
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      }),
    "invalid_input",
  ],
  [
    "another method",
    () => new Request(`${base}/session.current`, { method: "PUT" }),
    "cross_origin",
  ],
])("refuses %s", async (_, request, code) => {
  const reply = await readReply(await handleTrpc(request()));
  expect(reply.code).toBe(code);
  expect(reply.body).not.toMatch(/stack|node_modules/);
});

it("refuses an input in the address that is no JSON", async () => {
  const held = (await workspace.admin.cookies.getAll()) ?? [];
  const headers = {
    "x-spur-workspace": workspace.id,
    cookie: held.map(({ name, value }) => `${name}=${value}`).join("; "),
  };
  const reply = await handleTrpc(new Request(`${base}/board.open?input={`, { headers }));
  expect((await readReply(reply)).code).toBe("invalid_input");
});

it("tells which field is at fault, and nothing of what was in it", async () => {
  const { cookies } = workspace.admin;
  const input = { version: 1, patch: { currency: "geheim" } };
  const reply = await send(cookies, workspace.id, "workspace.update", input);
  expect(JSON.parse(reply.body).error).toEqual({
    code: -32600,
    message: "invalid_input",
    data: {
      code: "BAD_REQUEST",
      httpStatus: 400,
      path: "workspace.update",
      spur: { code: "invalid_input", field: "patch.currency" },
    },
  });
});

it("takes a query with a long input by POST", async () => {
  const cursors = Object.fromEntries(
    Array.from({ length: 300 }, () => [`team:${crypto.randomUUID()}`, 1]),
  );
  const { cookies, caller } = workspace.admin;
  const held = (await cookies.getAll()) ?? [];
  const request = post("board.catchUp?batch=1", JSON.stringify({ 0: { cursors } }), {
    "sec-fetch-site": "same-origin",
    "x-spur-workspace": workspace.id,
    cookie: held.map(({ name, value }) => `${name}=${value}`).join("; "),
  });
  expect(await (await handleTrpc(request)).json()).toEqual([
    { result: { data: { status: "stale" } } },
  ]);
  expect(await caller.board.catchUp({ cursors })).toEqual({ status: "stale" });
});

it("is healthy while the API answers", async () => {
  const answer = await health();
  expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
});
