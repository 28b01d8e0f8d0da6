import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { signJwt } from "./jwt";
import type { Secrets } from "./secrets";

export type ApiRole = "anon" | "service_role";

export interface ApiKeys {
  /** The database role that a key stands for; undefined for a key of nobody. */
  roleFor(key: string): ApiRole | undefined;
  /** The `Authorization` to pass on: the user's own token, else one for the role of the key. */
  authorizationFor(role: ApiRole, authorization: string | undefined): string;
}

/** Opaque keys as on hosted Supabase: https://supabase.com/docs/guides/api/api-keys */
export function createApiKeys(secrets: Secrets): ApiKeys {
  const roles: readonly [Buffer, ApiRole][] = [
    [Buffer.from(secrets.publishableKey), "anon"],
    [Buffer.from(secrets.secretKey), "service_role"],
  ];
  // These never leave the machine's own processes, so they need not expire.
  const bearer = {
    anon: `Bearer ${signJwt({ role: "anon" }, secrets.jwtSecret)}`,
    service_role: `Bearer ${signJwt({ role: "service_role" }, secrets.jwtSecret)}`,
  };
  return {
    roleFor(key) {
      const given = Buffer.from(key);
      const match = roles.find(
        ([known]) => known.length === given.length && timingSafeEqual(known, given),
      );
      return match?.[1];
    },
    authorizationFor: (role, authorization) =>
      isUserToken(authorization) ? authorization : bearer[role],
  };
}

export type KeyCheck =
  | { ok: true; role: ApiRole }
  | { ok: false; status: 401; body: { message: string; hint: string } };

/** Judges the key of a request with the sentences of the hosted gateway. */
export function checkApiKey(keys: ApiKeys, headers: IncomingHttpHeaders, url: URL): KeyCheck {
  const header = headers.apikey;
  const key = (typeof header === "string" ? header : null) ?? url.searchParams.get("apikey");
  if (!key) {
    return denied(
      "No API key found in request",
      "No `apikey` request header or url param was found.",
    );
  }
  const role = keys.roleFor(key);
  if (!role) {
    return denied(
      "Invalid API key",
      "Double check your Supabase `anon` or `service_role` API key.",
    );
  }
  if (role === "service_role" && /^Mozilla\//.test(headers["user-agent"] ?? "")) {
    return denied(
      "Forbidden use of secret API key in browser",
      "Secret API keys can only be used in a protected environment and should never be used in a browser. Delete this secret API key immediately.",
    );
  }
  return { ok: true, role };
}

function denied(message: string, hint: string): KeyCheck {
  return { ok: false, status: 401, body: { message, hint } };
}

/** The client repeats an opaque key as a bearer; only three parts with dots are a token. */
function isUserToken(authorization: string | undefined): authorization is string {
  return /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/i.test(authorization ?? "");
}
