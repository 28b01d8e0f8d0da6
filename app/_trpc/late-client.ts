import type { TRPCClient, TRPCRequestOptions } from "@trpc/client";
import { late } from "@/app/_late/late";
import type { AppRouter } from "@/server/router";
import type { CallScope } from "./links";

const code = late(() => import("./calls"));

/** Fetches what carries calls before the first one needs it. */
export const preloadCalls = code.fetchWhenQuiet;

/**
 * The typed client without its code (7 kB), which comes in a quiet moment or with the first call: a
 * page shows what the server sent along. A call is the names on the way to it, `board.heads.query`.
 */
export function lateClient(scope: CallScope): TRPCClient<AppRouter> {
  // What it answers is typed by the router alone; here are only names.
  return namesBelow([], scope) as TRPCClient<AppRouter>;
}

function namesBelow(names: readonly string[], scope: CallScope): unknown {
  return new Proxy(() => {}, {
    // Whoever asks for `then` wants to know whether this is a promise.
    get: (_, name) =>
      typeof name === "string" && name !== "then" ? namesBelow([...names, name], scope) : undefined,
    apply: (_, __, [input, options]: [unknown, TRPCRequestOptions?]) =>
      call(names, scope, input, options),
  });
}

async function call(
  names: readonly string[],
  scope: CallScope,
  input: unknown,
  options?: TRPCRequestOptions,
): Promise<unknown> {
  const { callsOf } = code.current() ?? (await code.fetchNow());
  const path = names.slice(0, -1).join(".");
  return names.at(-1) === "mutate"
    ? callsOf(scope).mutation(path, input, options)
    : callsOf(scope).query(path, input, options);
}
