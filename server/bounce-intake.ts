import { createHash, timingSafeEqual } from "node:crypto";
import { bouncedMail, signBounce } from "./bounce-address";
import { readDeliveryReport } from "./delivery-report";
import { env } from "./env";
import { errorCodeOf } from "./errors";
import { describeError, log } from "./log";
import { limitBody } from "./request-guard";
import { anonymousClient } from "./supabase";
import { unwrap } from "./unwrap";

/**
 * Takes a message that came back, raw (message/rfc822), from an inbound-mail service or a pipe, which
 * shows `Authorization: Bearer <SPUR_BOUNCE_SECRET>`. Only a failure for good of one of our own mails
 * changes anything; all else is taken and left alone, so that nobody sends it again.
 */
export async function takeBounce(request: Request): Promise<Response> {
  const { bounces } = env();
  if (!bounces) return new Response(null, { status: 404 });
  if (!isSecret(request.headers.get("authorization") ?? "", bounces.secret))
    return new Response(null, { status: 401 });
  try {
    const raw = new Uint8Array(await (await limitBody(request)).arrayBuffer());
    const report = await readDeliveryReport(raw);
    const mailId = report?.isAddressBad ? bouncedMail(report.sentTo, bounces) : null;
    if (!report || mailId === null) return Response.json({ isNoted: false });
    const isNoted = unwrap(
      await anonymousClient().rpc("take_bounce", {
        p_mail_id: mailId,
        p_detail: report.detail,
        p_signature: signBounce(mailId, report.detail, bounces.secret),
      }),
    );
    return Response.json({ isNoted });
  } catch (error) {
    if (errorCodeOf(error) === "too_large") return new Response(null, { status: 413 });
    // A service sends again what failed on our side.
    log("error", "bounce_failed", { error: describeError(error) });
    return new Response(null, { status: 503 });
  }
}

function isSecret(said: string, secret: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(said), hash(`Bearer ${secret}`));
}
