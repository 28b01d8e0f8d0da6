import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { fetchCode } from "./fetch-code";

/**
 * A component whose code comes when it is drawn, and how to fetch it ahead. As React's `lazy`, but
 * without a line it stays pending instead of failing; draw it inside `Suspense`.
 */
export function deferred<Props extends object>(
  fetchComponent: () => Promise<ComponentType<Props>>,
): [Component: LazyExoticComponent<ComponentType<Props>>, preload: () => void] {
  let fetched: Promise<ComponentType<Props>> | null = null;
  const fetchOnce = () => {
    fetched ??= fetchCode(fetchComponent).catch((error: unknown) => {
      fetched = null;
      throw error;
    });
    return fetched;
  };
  return [
    lazy(async () => ({ default: await fetchOnce() })),
    () => void fetchOnce().catch(() => {}),
  ];
}
