import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { testStack } from "@/supabase/tests/stack";
import { confirmLink } from "../confirm-link";
import { readSession, userClient } from "../supabase";
import {
  browserCookies,
  callerWith,
  codeOf,
  connectToTestStack,
  expireSession,
  mailedLink,
  newWorkspace,
  signedOutCaller,
  signIn,
  signUp,
  some,
} from "../testing";

connectToTestStack();

it("knows nobody without a session", async () => {
  expect(await signedOutCaller().session.current()).toBeNull();
  expect(await codeOf(signedOutCaller().session.realtime())).toBe("not_signed_in");
});

it("tells who is signed in and which workspaces they may enter", async () => {
  const { admin, slug } = await newWorkspace();
  const current = some(await admin.caller.session.current());
  expect(current.email).toBe(admin.user.email);
  expect(current.memberships).toMatchObject([
    { slug, memberName: "Max Mustermann", accessRole: "admin" },
  ]);
});

it("hands the socket an address and a token that is still good", async () => {
  const { caller } = await signIn(await signUp());
  const realtime = await caller.session.realtime();
  expect(realtime.url).toBe(`${testStack().url.replace("http", "ws")}/realtime/v1`);
  expect(realtime.accessToken.split(".")).toHaveLength(3);
  expect(Date.parse(realtime.expiresAt)).toBeGreaterThan(Date.now() + 60_000);
});

it("refuses a wrong password and an unknown address alike", async () => {
  const user = await signUp();
  const { session } = signedOutCaller();
  expect(await codeOf(session.signIn({ ...user, password: "falsch" }))).toBe("invalid_credentials");
  const stranger = { email: "niemand@spur.test", password: "falsch" };
  expect(await codeOf(session.signIn(stranger))).toBe("invalid_credentials");
});

it("is signed in after signing up, with one cookie", async () => {
  const cookies = browserCookies();
  const user = { email: `max.${randomUUID()}@spur.test`, password: "auf der Spur" };
  expect(await callerWith(cookies).session.signUp(user)).toEqual({ status: "signed_in" });
  expect((await cookies.getAll())?.map(({ name }) => name)).toEqual(["spur-session"]);
  expect((await callerWith(cookies).session.current())?.email).toBe(user.email);
});

it("makes one account an address", async () => {
  const user = await signUp();
  expect(await codeOf(signedOutCaller().session.signUp(user))).toBe("user_already_exists");
});

it("signs in with the link of a mail, on another device", async () => {
  const { admin, slug } = await newWorkspace();
  await signedOutCaller().session.signInWithLink({
    email: admin.user.email,
    next: `/${slug}/board`,
  });
  const link = await mailedLink(admin.user.email);
  const answer = await confirmLink(new Request(link));
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(`/${slug}/board`);
  expect(answer.headers.get("set-cookie")).toMatch(/^spur-session=.+HttpOnly.+SameSite=Lax/);
  expect((await confirmLink(new Request(link))).headers.get("location")).toBe(
    "/sign-in?error=link_expired",
  );
});

it("does not tell whether an address has an account", async () => {
  const { email } = await signUp();
  const { session } = signedOutCaller();
  for (const address of [email, email, "niemand@spur.test"]) {
    expect(await session.signInWithLink({ email: address })).toBeUndefined();
    expect(await session.requestPasswordReset({ email: address })).toBeUndefined();
  }
});

it("sets a new password through the link of a reset", async () => {
  const user = await signUp();
  await signedOutCaller().session.requestPasswordReset({ email: user.email });
  const cookies = browserCookies();
  const answer = await confirmLink(new Request(await mailedLink(user.email)));
  expect(answer.headers.get("location")).toBe("/set-password");
  for (const line of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    await cookies.setAll([{ name, value, options: {} }], {});
  }
  await callerWith(cookies).session.setPassword({ password: "eine neue Spur" });
  await signIn({ ...user, password: "eine neue Spur" });
  expect(await codeOf(signIn(user))).toBe("invalid_credentials");
});

it("goes nowhere else after a link, whatever the link says", async () => {
  const user = await signUp();
  await signedOutCaller().session.signInWithLink({ email: user.email });
  const link = new URL(await mailedLink(user.email));
  link.searchParams.set("next", "https://elsewhere.example/board");
  expect((await confirmLink(new Request(link))).headers.get("location")).toBe("/");
});

it("signs out on this device only, or everywhere", async () => {
  const user = await signUp();
  const [here, there] = [await signIn(user), await signIn(user)];
  await here.caller.session.signOut({ everywhere: false });
  expect(await callerWith(here.cookies).session.current()).toBeNull();
  expect(await readSession(userClient(there.cookies))).not.toBeNull();

  const third = await signIn(user);
  await third.caller.session.signOut({ everywhere: true });
  expect(await callerWith(there.cookies).session.current()).toBeNull();
  expect(
    await codeOf(
      expireSession(there.cookies).then(() => callerWith(there.cookies).session.current()),
    ),
  ).toBe("session_expired");
});

it("refreshes a session that ran out and keeps the new one", async () => {
  const { cookies } = await newWorkspace().then(({ admin }) => admin);
  await expireSession(cookies);
  expect((await callerWith(cookies).session.current())?.memberships).toHaveLength(1);
  const after = some(await readSession(userClient(cookies)));
  expect(Date.parse(after.expiresAt)).toBeGreaterThan(Date.now() + 60_000);
});

it("refreshes once for requests that come together", async () => {
  const { cookies } = (await newWorkspace()).admin;
  await expireSession(cookies);
  const answers = [1, 2, 3].map(() => callerWith(cookies).session.current());
  for (const current of await Promise.all(answers)) expect(current?.memberships).toHaveLength(1);
  expect(await callerWith(cookies).session.current()).not.toBeNull();
});

it("takes a mangled cookie for no session", async () => {
  const cookies = browserCookies();
  for (const value of ["base64-e30", "base64-%%%", "{}", "base64-bnVsbA", "x".repeat(9000)]) {
    await cookies.setAll([{ name: "spur-session", value, options: {} }], {});
    expect(await codeOf(callerWith(cookies).session.realtime())).toBe("not_signed_in");
  }
});
