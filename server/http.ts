import { getTRPCErrorShape, type TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext } from "./context";
import { env } from "./env";
import { SpurError } from "./errors";
import { describeError, log } from "./log";
import { limitBody, requireSameOrigin } from "./request-guard";
import { appRouter } from "./router";
import { requestCookies } from "./supabase";

const endpoint = "/api/trpc";

/** More than a page asks for at once; the client's batch link must not send more. */
export const largestBatch = 20;

/** Answers one HTTP request of the typed client: a query by GET, everything else by POST. */
export async function handleTrpc(request: Request): Promise<Response> {
  try {
    if (request.method !== "GET") requireSameOrigin(request, env().siteUrl);
    const req = await limitBody(request);
    return await fetchRequestHandler({
      endpoint,
      req,
      router: appRouter,
      maxBatchSize: largestBatch,
      // A query whose input is too long for an address may come by POST.
      allowMethodOverride: true,
      createContext: ({ resHeaders }) => {
        const ctx = createContext({
          headers: req.headers,
          cookies: requestCookies(req, resHeaders),
        });
        resHeaders.set("cache-control", "private, no-store");
        resHeaders.set("x-request-id", ctx.requestId);
        return ctx;
      },
      onError: ({ error, path, ctx }) => {
        // What came as far as a procedure is logged there.
        if (!path || !ctx) logRefusal(error);
      },
    });
  } catch (error) {
    if (error instanceof SpurError) return refuse(error);
    log("error", "request_failed", { error: describeError(error) });
    return refuse(new SpurError("internal"));
  }
}

function logRefusal(error: TRPCError): void {
  log("info", "request_refused", { code: error.code });
}

/** As tRPC words an error, so that the client reads one kind only. */
function refuse(error: SpurError): Response {
  const shape = getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: "unknown",
    path: undefined,
    input: undefined,
    ctx: undefined,
  });
  return Response.json(
    { error: shape },
    { status: shape.data.httpStatus, headers: { "cache-control": "private, no-store" } },
  );
}
