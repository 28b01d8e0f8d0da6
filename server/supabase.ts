import {
  type CookieMethodsServer,
  createServerClient,
  parseCookieHeader,
  serializeCookieHeader,
} from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import ws from "ws";
import { authFailure } from "./auth-error";
import type { Backend, BackendSchema } from "./database";
import { env } from "./env";
import { SpurError } from "./errors";

/** Where the session lives: the cookies of a request and its answer. */
export type Cookies = Required<Pick<CookieMethodsServer, "getAll" | "setAll">>;

/** `expiresAt` is an ISO moment. */
export type Session = { accessToken: string; expiresAt: string };

const sessionCookie = "spur-session";

/** Longer than the database lets a statement run, so that its own answer comes first. */
const timeoutMs = 20_000;

/** A whole file in one transaction: these functions bring a longer limit of their own. */
const slowCall = /\/rpc\/(finish_import|undo_import)$/;
const slowTimeoutMs = 125_000;

const shared = {
  // The page retries, and shows that it does; a silent retry here would only look slow.
  db: { retry: false },
  // Node 20 has no WebSocket of its own, and the client wants one although nothing here opens it.
  // Its documented stand-in differs only in the types of its listeners.
  realtime: { transport: ws as unknown as typeof WebSocket },
};

function timedFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  const timeout = AbortSignal.timeout(slowCall.test(address) ? slowTimeoutMs : timeoutMs);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(input, { ...init, signal, cache: "no-store" });
}

/** For each client a promise that fails when its session could not be refreshed. */
const failedRefreshes = new WeakMap<Backend, Promise<never>>();

/**
 * A refresh is tried once. The client library would go on for half a minute; and a refresh that
 * succeeds after the answer has gone loses its token, which signs the user out.
 */
function refreshOnce(report: (failure: SpurError) => void): typeof fetch {
  let failure: SpurError | undefined;
  return async (input, init) => {
    if (!String(input).includes("grant_type=refresh_token")) return timedFetch(input, init);
    if (failure) throw failure;
    const answer = await timedFetch(input, init).catch((cause: unknown) => cause);
    if (answer instanceof Response && ![502, 503, 504].includes(answer.status)) return answer;
    failure = new SpurError("backend_unreachable", { cause: answer });
    report(failure);
    throw failure;
  };
}

/**
 * The caller's own client: what it reads and writes is what policies allow this user. The tokens
 * stay in cookies that no script of a page can read.
 */
export function userClient(cookies: Cookies): Backend {
  const { supabaseUrl, publishableKey, siteUrl } = env();
  let report: (failure: SpurError) => void = () => {};
  const failedRefresh = new Promise<never>((_, reject) => {
    report = reject;
  });
  // Whoever reads the session hears of it; nobody may be reading.
  failedRefresh.catch(() => {});
  const client: Backend = createServerClient<BackendSchema, "public">(supabaseUrl, publishableKey, {
    ...shared,
    global: { fetch: refreshOnce(report) },
    cookies,
    cookieOptions: {
      name: sessionCookie,
      httpOnly: true,
      sameSite: "lax",
      secure: siteUrl.startsWith("https:"),
      path: "/",
    },
  });
  failedRefreshes.set(client, failedRefresh);
  return client;
}

/** A client of nobody: for public pages, and for mails that sign someone in, perhaps on another device. */
export function anonymousClient(headers: Record<string, string> = {}): Backend {
  const { supabaseUrl, publishableKey } = env();
  return createClient<BackendSchema, "public">(supabaseUrl, publishableKey, {
    ...shared,
    global: { fetch: timedFetch, headers },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}

/**
 * The session of the cookies, refreshed when it is about to expire. Nobody verifies the token here:
 * the API does with every request, and a second question to the Auth server would double its cost.
 * Grant nothing for what is in it but the token.
 * @throws SpurError session_expired, backend_unreachable
 */
export async function readSession(client: Backend): Promise<Session | null> {
  const reading = client.auth.getSession();
  const { data, error } = await Promise.race([reading, failedRefreshes.get(client) ?? reading]);
  if (error) throw authFailure(error);
  if (!data.session) return null;
  const { access_token: accessToken, expires_at: expiresAt = 0 } = data.session;
  return { accessToken, expiresAt: new Date(expiresAt * 1000).toISOString() };
}

/** Whose session it says it is, unverified as the token is; null for a token that cannot be read. */
export function userOf({ accessToken }: Session): string | null {
  try {
    const claims = Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString();
    return String(JSON.parse(claims).sub);
  } catch {
    return null;
  }
}

/**
 * Tells the Auth server that the session is over, or all sessions of the user.
 * @returns what went wrong, if anything
 */
export async function endSession(
  client: Backend,
  scope: "local" | "global",
): Promise<SpurError | null> {
  try {
    if (!(await readSession(client))) return null;
    const { error } = await client.auth.signOut({ scope });
    return error && authFailure(error);
  } catch (error) {
    if (error instanceof SpurError) return error;
    throw error;
  }
}

/** Forgets the session in this browser, whether or not the Auth server can be told. */
export async function clearSession(cookies: Cookies): Promise<void> {
  const held = (await cookies.getAll()) ?? [];
  const ours = held.filter(({ name }) => name.split(".")[0] === sessionCookie);
  const options = { path: "/", maxAge: 0, httpOnly: true, sameSite: "lax" } as const;
  await cookies.setAll(
    ours.map(({ name }) => ({ name, value: "", options })),
    { "Cache-Control": "private, no-store" },
  );
}

/** The cookies of a request, written to the headers of its answer. */
export function requestCookies(request: Request, answer: Headers): Cookies {
  return {
    getAll: () =>
      parseCookieHeader(request.headers.get("cookie") ?? "").map(({ name, value = "" }) => ({
        name,
        value,
      })),
    setAll: (cookies, headers) => {
      for (const { name, value, options } of cookies) {
        answer.append("set-cookie", serializeCookieHeader(name, value, options));
      }
      for (const [name, value] of Object.entries(headers)) answer.set(name, value);
    },
  };
}
