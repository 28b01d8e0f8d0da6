import { httpBatchLink, splitLink, type TRPCLink } from "@trpc/client";
import type { AppRouter } from "@/server/router";

/** As `largestBatch` on the server: a longer batch would be refused. */
const largestBatch = 20;

/** Servers and proxies refuse a request line with all headers beyond 8 kB; cookies need their part. */
const longestAddress = 4000;

/** An input that fills half of an address goes in a body; of the others, batches stay short enough. */
const longestInput = longestAddress / 2;

/** The workspace that calls are about, and the user whose page makes them; either may be missing. */
export type CallScope = { workspaceId?: string | undefined; userId?: string | undefined };

/**
 * How calls travel: together with others of the same moment, with their scope in headers; queries
 * by GET unless they are long.
 */
export function trpcLinks({ workspaceId, userId }: CallScope): TRPCLink<AppRouter>[] {
  const common = {
    url: "/api/trpc",
    maxItems: largestBatch,
    headers: {
      ...(workspaceId && { "x-spur-workspace": workspaceId }),
      ...(userId && { "x-spur-user": userId }),
    },
  };
  return [
    splitLink({
      // Hundreds of cursors, as `board.catchUp` may send, fit into no address.
      condition: ({ type, input }) => type === "query" && addressLength(input) > longestInput,
      true: httpBatchLink({ ...common, methodOverride: "POST" }),
      false: httpBatchLink({ ...common, maxURLLength: longestAddress }),
    }),
  ];
}

function addressLength(input: unknown): number {
  return input === undefined ? 0 : encodeURIComponent(JSON.stringify(input)).length;
}
