"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

const loadList = () => import("./list/board-list");
const loadForecast = () => import("./forecast/forecast");
const BoardList = lazy(() => loadList().then((module) => ({ default: module.BoardList })));
const Forecast = lazy(() => loadForecast().then((module) => ({ default: module.Forecast })));

/** Fetches list and forecast ahead, while the pointer is over the switch that shows them. */
export function preloadLayouts(): void {
  void loadList();
  void loadForecast();
}

/** The board as rows; its code comes when it is chosen. */
export function LazyList(props: ComponentProps<typeof BoardList>) {
  return (
    <Suspense fallback={<Loading />}>
      <BoardList {...props} />
    </Suspense>
  );
}

/** The board as a forecast; its code comes when it is chosen. */
export function LazyForecast(props: ComponentProps<typeof Forecast>) {
  return (
    <Suspense fallback={<Loading />}>
      <Forecast {...props} />
    </Suspense>
  );
}

function Loading() {
  return (
    <div className="min-h-0 flex-1 space-y-2 bg-canvas p-5">
      <LoadingNote />
      <Skeleton className="h-10 rounded-8" />
      <Skeleton className="h-10 rounded-8" />
      <Skeleton className="h-10 rounded-8" />
    </div>
  );
}
