"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/server/router";
import { type CallScope, trpcLinks } from "./links";
import { makeQueryClient } from "./query-client";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

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
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
