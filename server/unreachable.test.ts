import { afterAll, beforeAll, expect, it } from "vitest";
import { startOwnStack } from "@/supabase/tests/own-stack";
import { confirmLink } from "./confirm-link";
import { health } from "./health";
import {
  browserCookies,
  callerWith,
  codeOf,
  expireSession,
  newWorkspace,
  type TestWorkspace,
} from "./testing";

/*
 * A stack of its own, because it is taken down. Tests run in order: down, then up again.
 */

let stack: Awaited<ReturnType<typeof startOwnStack>>;
let workspace: TestWorkspace;

beforeAll(async () => {
  stack = await startOwnStack();
  process.env.NEXT_PUBLIC_SUPABASE_URL = stack.url;
  process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY = stack.publishableKey;
  process.env.SPUR_LOG_LEVEL = "off";
  workspace = await newWorkspace();
  await stack.killApi();
});
afterAll(() => stack?.stop());

it("says that the backend is unreachable, for reads, writes and signing in", async () => {
  const { caller, user } = workspace.admin;
  expect(await codeOf(caller.board.open({}))).toBe("backend_unreachable");
  expect(await codeOf(caller.party.create({ kind: "person", name: "Max" }))).toBe(
    "backend_unreachable",
  );
  expect(await codeOf(caller.session.current())).toBe("backend_unreachable");
  const { session } = callerWith(browserCookies());
  expect(await codeOf(session.signIn(user))).toBe("backend_unreachable");
  expect(await codeOf(session.signInWithLink({ email: user.email }))).toBe("backend_unreachable");
  const link = "http://localhost:3000/auth/confirm?token_hash=abc&type=email";
  const answer = await confirmLink(new Request(link));
  expect(answer.headers.get("location")).toBe("/sign-in?error=backend_unreachable");
});

it("tells the monitor", async () => {
  const answer = await health();
  expect([answer.status, await answer.json()]).toEqual([503, { status: "backend_unreachable" }]);
});

it("neither waits nor signs out when a session cannot be refreshed", async () => {
  const cookies = await sameBrowser();
  await expireSession(cookies);
  const held = await cookies.getAll();
  const begun = performance.now();
  expect(await codeOf(callerWith(cookies, workspace.id).board.open({}))).toBe(
    "backend_unreachable",
  );
  // The library alone would go on asking for half a minute.
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(await cookies.getAll()).toEqual(held);
});

it("lets people leave this device all the same", async () => {
  const cookies = await sameBrowser();
  const { session } = callerWith(cookies);
  expect(await codeOf(session.signOut({ everywhere: true }))).toBe("backend_unreachable");
  expect(await cookies.getAll()).not.toEqual([]);
  expect(await codeOf(session.signOut({ everywhere: false }))).toBe("ok");
  expect(await cookies.getAll()).toEqual([]);
});

it("goes on with the same session when the backend is back", async () => {
  await stack.restartApi();
  const board = await workspace.admin.caller.board.open({});
  expect(board.stages).toHaveLength(4);
});

/** A copy of the admin's cookies. */
async function sameBrowser() {
  const cookies = browserCookies();
  const held = (await workspace.admin.cookies.getAll()) ?? [];
  await cookies.setAll(
    held.map((cookie) => ({ ...cookie, options: {} })),
    {},
  );
  return cookies;
}
