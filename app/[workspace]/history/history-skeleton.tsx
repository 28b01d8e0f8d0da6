import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

export function HistorySkeleton() {
  return (
    <div className="space-y-5 px-5 pt-5">
      <LoadingNote />
      {["w-3/4", "w-1/2", "w-2/3", "w-3/5"].map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-6 shrink-0 rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-3 w-24" />
          </div>
        </div>
      ))}
    </div>
  );
}
