"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/server/router";
import { trpcLinks } from "./links";
import { makeQueryClient } from "./query-client";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

const queryClients = new Map<string, QueryClient>();

/**
 * In the browser one cache a workspace, because calls name it in a header and not in their keys;
 * on the server one a rendering.
 */
function queryClientOf(workspaceId: string): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  const known = queryClients.get(workspaceId) ?? makeQueryClient();
  queryClients.set(workspaceId, known);
  return known;
}

type TrpcProps = {
  /** The workspace that calls are about; left out on pages that belong to none. */
  workspaceId?: string | undefined;
  children: ReactNode;
};

/** Gives the components below the typed client and the query cache. Change `key` with the workspace. */
export function Trpc({ workspaceId, children }: TrpcProps) {
  const [queryClient] = useState(() => queryClientOf(workspaceId ?? ""));
  const [client] = useState(() => createTRPCClient<AppRouter>({ links: trpcLinks(workspaceId) }));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
