import type { EmailOtpType } from "@supabase/supabase-js";
import { z } from "zod";
import { readReturnPath } from "@/domain/return-path";
import { codeOfAuthError } from "./auth-error";
import { env } from "./env";
import { log } from "./log";
import { requestCookies, userClient } from "./supabase";

const linkTypes = ["email", "recovery", "invite", "email_change", "magiclink", "signup"] as const;

const link = z.object({
  token_hash: z.string().min(1).max(500),
  type: z.enum(linkTypes satisfies readonly EmailOtpType[]),
});

/**
 * The link of a mail: exchanges its single-use token for a session and goes on to `next`. The token
 * is exchanged here and not in the page, so that it works on whatever device the mail is read.
 */
export async function confirmLink(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const headers = new Headers({ "cache-control": "private, no-store" });
  const read = link.safeParse(Object.fromEntries(query));
  if (!read.success) return redirect("/sign-in?error=link_expired", headers);

  const { token_hash, type } = read.data;
  const { error } = await userClient(requestCookies(request, headers)).auth.verifyOtp({
    token_hash,
    type,
  });
  if (error) {
    const code = codeOfAuthError(error);
    log("info", "link_refused", { code, type });
    // The server knows several words for a token that was used, replaced or is too old.
    const told = code === "backend_unreachable" || code === "too_slow" ? code : "link_expired";
    return redirect(`/sign-in?error=${told}`, headers);
  }
  const next = readReturnPath(query.get("next"), env().siteUrl) ?? "/";
  return redirect(type === "recovery" ? "/set-password" : next, headers);
}

/** Relative, because behind a proxy the request does not know under which name it was opened. */
function redirect(path: string, headers: Headers): Response {
  headers.set("location", path);
  return new Response(null, { status: 303, headers });
}
