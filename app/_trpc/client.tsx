"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, type TRPCClient } from "@trpc/client";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { AppRouter } from "@/server/router";
import { type CallScope, trpcLinks } from "./links";
import { makeQueryClient } from "./query-client";

const ClientContext = createContext<TRPCClient<AppRouter> | null>(null);

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
  const [client] = useState(() => createTRPCClient<AppRouter>({ links: trpcLinks(scope) }));
  return (
    <QueryClientProvider client={queryClient}>
      <ClientContext value={client}>{children}</ClientContext>
    </QueryClientProvider>
  );
}

/**
 * The typed client, for calls beside the query cache; `useTRPC` has the options of queries.
 * @throws outside of `Trpc`
 */
export function useTRPCClient(): TRPCClient<AppRouter> {
  const client = useContext(ClientContext);
  if (!client) throw new Error("useTRPCClient needs a Trpc above it.");
  return client;
}
