import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** Who a socket, channel or request acts as. `expiresAt` is in ms since 1970; keys never expire. */
export type Identity = {
  role: string;
  claims: Record<string, unknown>;
  expiresAt: number | undefined;
  credential: string;
};

type Identification =
  | { ok: true; identity: Identity }
  | { ok: false; code: "MalformedJWT" | "JwtSignatureError" | "InvalidJWTToken"; message: string };

export type Identify = (credential: string) => Identification;

const header = z.looseObject({ alg: z.string() });
const claims = z.looseObject({ role: z.string().min(1), exp: z.number() });

/**
 * Turns an opaque API key or a JWT into an identity. Only HS256 signed with `jwtSecret` counts:
 * `none` and every other algorithm are refused before a signature is looked at (RFC 8725, 3.1).
 * Codes and sentences are those of Supabase Realtime (`realtime_channel.ex`).
 */
export function createIdentify(options: {
  jwtSecret: string;
  roleForKey: (key: string) => "anon" | "service_role" | undefined;
  now?: () => number;
}): Identify {
  const now = options.now ?? Date.now;
  return (credential) => {
    const role = options.roleForKey(credential);
    if (role) {
      return { ok: true, identity: { role, claims: { role }, expiresAt: undefined, credential } };
    }
    return verifyJwt(credential, options.jwtSecret, now());
  };
}

/** Seconds-since-expiry sentence that clients of Supabase Realtime see. */
export function expiredMessage(expiresAt: number, now: number): string {
  return `Token has expired ${Math.max(0, Math.round((now - expiresAt) / 1000))} seconds ago`;
}

function verifyJwt(token: string, secret: string, now: number): Identification {
  const [head, body, signature, ...rest] = token.split(".");
  if (!head || !body || !signature || rest.length > 0) return malformed();
  const parsedHeader = header.safeParse(decodeSegment(head));
  const payload = decodeSegment(body);
  if (!parsedHeader.success || typeof payload !== "object" || payload === null) return malformed();

  const expected = createHmac("sha256", secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, "base64url");
  const authentic =
    parsedHeader.data.alg === "HS256" &&
    given.length === expected.length &&
    timingSafeEqual(given, expected);
  if (!authentic) {
    return {
      ok: false,
      code: "JwtSignatureError",
      message: "Failed to validate JWT signature",
    };
  }

  const parsed = claims.safeParse(payload);
  if (!parsed.success) {
    return {
      ok: false,
      code: "InvalidJWTToken",
      message: "Fields `role` and `exp` are required in JWT",
    };
  }
  const expiresAt = parsed.data.exp * 1000;
  if (expiresAt <= now) {
    return { ok: false, code: "InvalidJWTToken", message: expiredMessage(expiresAt, now) };
  }
  return {
    ok: true,
    identity: { role: parsed.data.role, claims: parsed.data, expiresAt, credential: token },
  };
}

function decodeSegment(segment: string): unknown {
  try {
    return JSON.parse(Buffer.from(segment, "base64url").toString("utf8"));
  } catch {
    // Not JSON is the same answer as the wrong JSON: the schema refuses both.
    return undefined;
  }
}

function malformed(): Identification {
  return { ok: false, code: "MalformedJWT", message: "The token provided is not a valid JWT" };
}
