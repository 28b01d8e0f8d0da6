import { type NextRequest, NextResponse } from "next/server";
import { localeHeader } from "./app/_i18n/locale";
import { contentSecurityPolicy } from "./server/content-security-policy";
import { env } from "./server/env";
import { errorCodeOf } from "./server/errors";
import { type Cookies, readSession, userClient } from "./server/supabase";

/** Open to everybody; all other pages need a session. */
const publicPages = ["/sign-in", "/sign-up", "/forgot-password", "/auth", "/contact"];

/** Other sites may show this inside theirs: the form, never what belongs to somebody. */
const embeddablePage = /^\/contact\/[^/]+\/?$/;

/** Here the address may say the language: inside another site there are no cookies. */
const publicPage = /^\/contact\//;

/**
 * Before every page: refreshes the session, because a page cannot set cookies while it renders,
 * sends visitors without one to sign in, and sets the content security policy.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { supabaseUrl } = env();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const isEmbeddable = embeddablePage.test(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(
    nonce,
    supabaseUrl,
    process.env.NODE_ENV === "development",
    isEmbeddable ? "*" : "'none'",
  );

  const written: Parameters<Cookies["setAll"]>[] = [];
  const isSignedIn = await hasSession({
    getAll: () => request.cookies.getAll(),
    setAll: (cookies, headers) => {
      // The page must see the new token, not the one that the request came with.
      for (const { name, value } of cookies) request.cookies.set(name, value);
      written.push([cookies, headers]);
    },
  });

  const response = isSignedIn || isPublic(request) ? next(request, policy) : toSignIn(request);
  for (const [cookies, headers] of written) {
    for (const { name, value, options } of cookies) response.cookies.set(name, value, options);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  }
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Whether the session is true, the API says when the page asks it for data. */
async function hasSession(cookies: Cookies): Promise<boolean> {
  try {
    return (await readSession(userClient(cookies))) !== null;
  } catch (error) {
    // Unreachable is not signed out: the page says so and tries again.
    const code = errorCodeOf(error);
    return code === "backend_unreachable" || code === "too_slow";
  }
}

function isPublic({ nextUrl }: NextRequest): boolean {
  return publicPages.some(
    (page) => nextUrl.pathname === page || nextUrl.pathname.startsWith(`${page}/`),
  );
}

function next(request: NextRequest, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  // Next reads the nonce from here.
  headers.set("Content-Security-Policy", policy);
  headers.delete(localeHeader);
  const language = request.nextUrl.searchParams.get("lang");
  if (language !== null && publicPage.test(request.nextUrl.pathname)) {
    headers.set(localeHeader, language);
  }
  return NextResponse.next({ request: { headers } });
}

function toSignIn({ nextUrl }: NextRequest): NextResponse {
  const target = nextUrl.clone();
  target.pathname = "/sign-in";
  target.search = "";
  const wanted = nextUrl.pathname + nextUrl.search;
  if (wanted !== "/") target.searchParams.set("next", wanted);
  return NextResponse.redirect(target);
}

export const config = {
  // Not for the API, which keeps its own session, nor for files, whose names have an extension.
  matcher: ["/((?!api/|_next/|.*\\.[^/]+$).*)"],
};
