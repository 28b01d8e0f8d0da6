"use client";

import type { ComponentProps } from "react";
import { deferred } from "@/app/_late/deferred";
import { Held } from "@/app/_late/held";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

const [BoardList, preloadList] = deferred(
  async () => (await import("./list/board-list")).BoardList,
);
const [Forecast, preloadForecast] = deferred(
  async () => (await import("./forecast/forecast")).Forecast,
);

/** Fetches list and forecast ahead, while the pointer is over the switch that shows them. */
export function preloadLayouts(): void {
  preloadList();
  preloadForecast();
}

/** The board as rows; its code comes when it is chosen. */
export function LazyList(props: ComponentProps<typeof BoardList>) {
  return <Held part={BoardList} props={props} fallback={loading} />;
}

/** The board as a forecast; its code comes when it is chosen. */
export function LazyForecast(props: ComponentProps<typeof Forecast>) {
  return <Held part={Forecast} props={props} fallback={loading} />;
}

const loading = <Loading />;

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
