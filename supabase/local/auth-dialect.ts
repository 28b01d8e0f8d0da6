import { z } from "zod";
import { readTrustedJwt, signJwt } from "./jwt";

const sessionSchema = z.looseObject({
  access_token: z.string(),
  user: z
    .looseObject({
      phone: z.string().optional(),
      app_metadata: z.record(z.string(), z.unknown()).optional(),
      user_metadata: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
});

const verifySchema = z.looseObject({ type: z.string() });

/** GoTrue's `email` covers magic links and sign-up confirmations; here `magiclink` does. */
const OTP_TYPES: Readonly<Record<string, string>> = { email: "magiclink" };

/** Lets `verifyOtp({ type: "email" })` through; any other request passes as it is. */
export async function renameOtpType(request: Request): Promise<Request> {
  const url = new URL(request.url);
  if (url.pathname !== "/auth/v1/verify") return request;
  if (request.method === "GET") {
    const type = url.searchParams.get("type") ?? "";
    url.searchParams.set("type", OTP_TYPES[type] ?? type);
    return new Request(url, { headers: request.headers });
  }
  const text = await request.text();
  const body = verifySchema.safeParse(parseJson(text));
  const translated = body.success
    ? JSON.stringify({ ...body.data, type: OTP_TYPES[body.data.type] ?? body.data.type })
    : text;
  return new Request(url, { method: request.method, headers: request.headers, body: translated });
}

/**
 * Adds the claims that GoTrue's access tokens have and these lack, and signs again:
 * https://supabase.com/docs/guides/auth/jwt-fields. Policies may read `app_metadata`.
 */
export async function completeSession(
  response: Response,
  { jwtSecret, issuer }: { jwtSecret: string; issuer: string },
): Promise<Response> {
  const isJson = response.headers.get("content-type")?.includes("application/json");
  if (!response.ok || !isJson) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  const session = sessionSchema.safeParse(parseJson(text));
  if (!session.success) return new Response(text, { status: response.status, headers });

  const { access_token: token, user } = session.data;
  const claims = readTrustedJwt(token);
  const complete = {
    iss: issuer,
    ...claims,
    phone: user?.phone ?? "",
    app_metadata: user?.app_metadata ?? {},
    user_metadata: user?.user_metadata ?? {},
    aal: "aal1",
    is_anonymous: false,
  };
  const body = { ...session.data, access_token: signJwt(complete, jwtSecret) };
  return new Response(JSON.stringify(body), { status: response.status, headers });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The Auth server itself tells the sender what is wrong with it.
    return undefined;
  }
}
