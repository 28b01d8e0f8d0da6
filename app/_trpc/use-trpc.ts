"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { useMemo } from "react";
import type { AppRouter } from "@/server/router";
import { callsOf } from "./calls";
import { useCallScope } from "./client";

/**
 * The options of all queries and mutations, for TanStack Query. Beside the client, because a board
 * does without it until something is opened on it.
 */
export function useTRPC(): TRPCOptionsProxy<AppRouter> {
  const scope = useCallScope();
  const queryClient = useQueryClient();
  return useMemo(
    () => createTRPCOptionsProxy<AppRouter>({ client: callsOf(scope), queryClient }),
    [scope, queryClient],
  );
}
