import { TRPCUntypedClient } from "@trpc/client";
import type { AppRouter } from "@/server/router";
import { type CallScope, trpcLinks } from "./links";

const made = new WeakMap<CallScope, TRPCUntypedClient<AppRouter>>();

/** What carries the calls of a scope: one for this very object, so that they travel together. */
export function callsOf(scope: CallScope): TRPCUntypedClient<AppRouter> {
  const calls = made.get(scope) ?? new TRPCUntypedClient<AppRouter>({ links: trpcLinks(scope) });
  made.set(scope, calls);
  return calls;
}
