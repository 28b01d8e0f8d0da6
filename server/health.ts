import { env } from "./env";
import { describeError, log } from "./log";

const timeoutMs = 3_000;

/** For whoever watches the application: 200 while Auth and the database answer, else 503. */
export async function health(): Promise<Response> {
  try {
    const { supabaseUrl, publishableKey } = env();
    const headers = { apikey: publishableKey };
    const answers = await Promise.all(
      // Nobody may read this table without a session: a refusal proves that the database answers.
      ["/auth/v1/health", "/rest/v1/role_types?select=code&limit=1"].map((path) =>
        fetch(supabaseUrl + path, {
          headers,
          cache: "no-store",
          signal: AbortSignal.timeout(timeoutMs),
        }),
      ),
    );
    const failed = answers.find((answer) => answer.status >= 500);
    if (failed) throw new Error(`${new URL(failed.url).pathname} answered ${failed.status}`);
    return report("ok", 200);
  } catch (error) {
    log("error", "unhealthy", { error: describeError(error) });
    return report("backend_unreachable", 503);
  }
}

function report(status: string, httpStatus: number): Response {
  return Response.json(
    { status },
    { status: httpStatus, headers: { "cache-control": "no-store" } },
  );
}
