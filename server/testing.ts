import { randomUUID } from "node:crypto";
import type { AccessRole } from "@/domain/access";
import { testStack } from "@/supabase/tests/stack";
import { createContext, workspaceHeader } from "./context";
import { errorCodeOf } from "./errors";
import { appRouter } from "./router";
import type { Cookies } from "./supabase";
import { createCallerFactory } from "./trpc";

/*
 * Callers against the real stack of the test run, through the same context, cookies and policies
 * as a page. Each test makes a workspace of its own and leaves it behind.
 */

const callerOn = createCallerFactory(appRouter);

export type Caller = ReturnType<typeof callerOn>;
export type TestUser = { email: string; password: string };
export type Actor = { user: TestUser; cookies: Cookies; caller: Caller };

/** Lets the server find the stack of this test run. */
export function connectToTestStack(): void {
  const { url, publishableKey } = testStack();
  process.env.NEXT_PUBLIC_SUPABASE_URL = url;
  process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY = publishableKey;
  process.env.SPUR_SITE_URL = "http://localhost:3000";
  process.env.SPUR_LOG_LEVEL ??= "error";
}

/** The cookies of one browser. */
export function browserCookies(): Cookies {
  const jar = new Map<string, string>();
  return {
    getAll: () => Array.from(jar, ([name, value]) => ({ name, value })),
    setAll: (cookies) => {
      for (const { name, value, options } of cookies) {
        if (options.maxAge === 0) jar.delete(name);
        else jar.set(name, value);
      }
    },
  };
}

/** A request of that browser, made in a workspace. */
export function callerWith(cookies: Cookies, workspaceId?: string): Caller {
  const headers = new Headers(workspaceId === undefined ? {} : { [workspaceHeader]: workspaceId });
  return callerOn(createContext({ headers, cookies }));
}

export function signedOutCaller(workspaceId?: string): Caller {
  return callerWith(browserCookies(), workspaceId);
}

export async function signUp(): Promise<TestUser> {
  const user = { email: `max.${randomUUID()}@spur.test`, password: "auf der Spur" };
  await signedOutCaller().session.signUp(user);
  return user;
}

/** Signs in with the password, as the page does. */
export async function signIn(user: TestUser, workspaceId?: string): Promise<Actor> {
  const cookies = browserCookies();
  await callerWith(cookies).session.signIn(user);
  return { user, cookies, caller: callerWith(cookies, workspaceId) };
}

/** Rewrites the browser's session as one whose hour is over. */
export async function expireSession(cookies: Cookies): Promise<void> {
  const held = (await cookies.getAll()) ?? [];
  const encoded = held.map(({ value }) => value).join("");
  const session = JSON.parse(Buffer.from(encoded.replace("base64-", ""), "base64url").toString());
  const expired = { ...session, expires_at: Math.floor(Date.now() / 1000) - 10 };
  const value = `base64-${Buffer.from(JSON.stringify(expired)).toString("base64url")}`;
  await cookies.setAll(
    held.map(({ name }) => ({ name, value: "", options: { maxAge: 0 } })),
    {},
  );
  await cookies.setAll([{ name: "spur-session", value, options: {} }], {});
}

/** The address in the newest mail to somebody, waited for at most five seconds. */
export async function mailedLink(to: string): Promise<string> {
  const query = new URLSearchParams({ to, wait: "5000" });
  const answer = await fetch(`${testStack().mailboxUrl}/api/messages?${query}`);
  const mails: { links: string[] }[] = await answer.json();
  return some(mails[0]?.links[0]);
}

export type TestWorkspace = {
  id: string;
  slug: string;
  admin: Actor;
  /** By kind, in order. */
  stages: { open: string; quoted: string; won: string; lost: string };
  teamId: string;
  adminId: string;
};

const firstStages = [
  { name: "Neu", kind: "open", probability: 10, rotDays: 14 },
  { name: "Angebot", kind: "open", probability: 40, rotDays: null },
  { name: "Gewonnen", kind: "won", probability: 100, rotDays: null },
  { name: "Verloren", kind: "lost", probability: 0, rotDays: null },
] as const;

/** A workspace as the first set-up makes it, with its admin signed in. */
export async function newWorkspace(): Promise<TestWorkspace> {
  const id = randomUUID();
  const admin = await signIn(await signUp(), id);
  const { slug } = await admin.caller.workspace.create({
    id,
    slug: `muster-${id.slice(0, 8)}`,
    company: "Muster GmbH",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    locale: "de",
    givenName: "Max",
    familyName: "Mustermann",
    teamName: "Vertrieb",
    stages: [...firstStages],
  });
  const [stages, teams, members] = await Promise.all([
    admin.caller.stage.list(),
    admin.caller.team.list(),
    admin.caller.member.list(),
  ]);
  const [open, quoted, won, lost] = stages.map((stage) => stage.id);
  return {
    id,
    slug,
    admin,
    stages: { open: some(open), quoted: some(quoted), won: some(won), lost: some(lost) },
    teamId: some(teams[0]).id,
    adminId: some(members[0]).id,
  };
}

/** Invites somebody, who signs up and accepts. */
export async function join(workspace: TestWorkspace, accessRole: AccessRole): Promise<Actor> {
  const user = await signUp();
  const { caller } = workspace.admin;
  const { invitation } = await caller.invitation.create({
    email: user.email,
    accessRole,
    teamId: workspace.teamId,
  });
  const actor = await signIn(user, workspace.id);
  await actor.caller.invitation.accept({
    id: invitation.id,
    givenName: "Erika",
    familyName: "Musterfrau",
  });
  return actor;
}

export function newOpportunity(workspace: TestWorkspace, name = "Dachsanierung") {
  return {
    id: randomUUID(),
    mutationId: randomUUID(),
    stageId: workspace.stages.open,
    name,
    currency: "EUR",
    customerName: `${name} KG`,
    amount: "1000.5",
  };
}

/** What a test relies on to be there. */
export function some<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("expected a value");
  return value;
}

/** The closed code with which a call fails; "ok" when it does not. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "ok";
  } catch (error) {
    return errorCodeOf(error) ?? String(error);
  }
}
