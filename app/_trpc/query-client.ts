import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { errorCodeOf } from "./error-code";

/** Realtime keeps what is on screen fresh; asking again on every focus would only repeat it. */
const STALE_AFTER_MS = 30_000;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        refetchOnWindowFocus: false,
        // A server on this very machine answers without any network: asking tells.
        networkMode: "always",
        refetchOnReconnect: true,
        // Only a line that was down or a busy server is worth asking twice.
        retry: (failures, error) => failures < 3 && isPassing(error),
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 8_000),
      },
      mutations: { retry: false, networkMode: "always" },
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}

function isPassing(error: unknown): boolean {
  const code = errorCodeOf(error);
  return code === "backend_unreachable" || code === "busy" || code === "too_slow";
}
