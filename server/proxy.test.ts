import { NextRequest } from "next/server";
import { beforeAll, expect, it } from "vitest";
import { testStack } from "@/supabase/tests/stack";
import { proxy } from "../proxy";
import {
  type Actor,
  connectToTestStack,
  expireSession,
  signIn,
  signUp,
  type TestUser,
} from "./testing";

connectToTestStack();
let user: TestUser;
beforeAll(async () => {
  user = await signUp();
});

const site = "http://localhost:3000";

async function open(path: string, actor?: Actor) {
  const held = (await actor?.cookies.getAll()) ?? [];
  const cookie = held.map(({ name, value }) => `${name}=${value}`).join("; ");
  return await proxy(new NextRequest(site + path, { headers: { cookie } }));
}

it.each([
  ["/", `${site}/sign-in`],
  ["/muster/board?o=1", `${site}/sign-in?next=%2Fmuster%2Fboard%3Fo%3D1`],
  ["/welcome", `${site}/sign-in?next=%2Fwelcome`],
  ["/sign-inside/board", `${site}/sign-in?next=%2Fsign-inside%2Fboard`],
  ["/sign-in", null],
  ["/sign-in/check-mail", null],
  ["/auth/confirm?token_hash=x", null],
])("sends a visitor of %s to %s", async (path, target) => {
  expect((await open(path)).headers.get("location")).toBe(target);
});

it("lets whoever is signed in pass, and writes no cookie without need", async () => {
  const answer = await open("/muster/board", await signIn(user));
  expect(answer.headers.get("location")).toBeNull();
  expect(answer.headers.getSetCookie()).toEqual([]);
});

it("refreshes a session for the page and for the browser", async () => {
  const actor = await signIn(user);
  await expireSession(actor.cookies);
  const [held] = (await actor.cookies.getAll()) ?? [];
  const answer = await open("/muster/board", actor);
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^spur-session=base64-.+; HttpOnly; SameSite=lax$/i);
  const forPage = answer.headers.get("x-middleware-request-cookie");
  expect(forPage).not.toContain(held?.value);
  expect(cookie).toContain(forPage?.replace("spur-session=", ""));
  expect(answer.headers.get("cache-control")).toContain("no-store");
});

it("does not take an unreachable backend for a visitor who is signed out", async () => {
  const actor = await signIn(user);
  await expireSession(actor.cookies);
  process.env.NEXT_PUBLIC_SUPABASE_URL = "http://127.0.0.1:1";
  const answer = await open("/muster/board", actor).finally(() => {
    process.env.NEXT_PUBLIC_SUPABASE_URL = testStack().url;
  });
  expect(answer.headers.get("location")).toBeNull();
});

it("lets a page run its own scripts only, once, and talk to its own backend only", async () => {
  const policies = [await open("/sign-in"), await open("/sign-in")].map(
    (answer) => answer.headers.get("content-security-policy") ?? "",
  );
  const nonces = policies.map((policy) => /'nonce-([^']{24})'/.exec(policy)?.[1]);
  expect(nonces[0]).not.toBe(nonces[1]);
  const { url } = testStack();
  expect(policies[0]).toContain(`connect-src 'self' ${url} ${url.replace("http", "ws")};`);
  expect(policies[0]).not.toMatch(/script-src[^;]*unsafe/);
});
