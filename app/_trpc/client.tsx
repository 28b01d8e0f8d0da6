"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { TRPCClient } from "@trpc/client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { AppRouter } from "@/server/router";
import { lateClient, preloadCalls } from "./late-client";
import type { CallScope } from "./links";
import { makeQueryClient } from "./query-client";

const LineContext = createContext<{ scope: CallScope; client: TRPCClient<AppRouter> } | null>(null);

const queryClients = new Map<string, QueryClient>();

/**
 * In the browser one cache a user and workspace, because calls name them in headers and not in
 * their keys; on the server one a rendering.
 */
function queryClientOf({ workspaceId = "", userId = "" }: CallScope): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  const key = `${userId} ${workspaceId}`;
  const known = queryClients.get(key) ?? makeQueryClient();
  queryClients.set(key, known);
  return known;
}

/** Gives the components below the typed client and the query cache. Change `key` with the scope. */
export function Trpc({ children, ...scope }: CallScope & { children: ReactNode }) {
  const [queryClient] = useState(() => queryClientOf(scope));
  const [line] = useState(() => ({ scope, client: lateClient(scope) }));
  useEffect(preloadCalls, []);
  return (
    <QueryClientProvider client={queryClient}>
      <LineContext value={line}>{children}</LineContext>
    </QueryClientProvider>
  );
}

function useLine() {
  const line = useContext(LineContext);
  if (!line) throw new Error("Calls need a Trpc above them.");
  return line;
}

/** Who calls, and about which workspace: the same object as long as neither changes. */
export function useCallScope(): CallScope {
  return useLine().scope;
}

/**
 * The typed client, for calls beside the query cache; `useTRPC` has the options of queries.
 * @throws outside of `Trpc`
 */
export function useTRPCClient(): TRPCClient<AppRouter> {
  return useLine().client;
}
