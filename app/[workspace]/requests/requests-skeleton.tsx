import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

const rows = ["w-40", "w-52", "w-36", "w-44"];

/** The shape of corrections: who, old and new, and two buttons. */
export function RequestsSkeleton() {
  return (
    <div className="divide-y divide-hairline">
      <LoadingNote />
      {rows.map((width) => (
        <div key={width} className="flex items-center gap-6 px-5 py-4">
          <div className="flex-1 space-y-2">
            <Skeleton className={`h-4 ${width} max-w-full`} />
            <Skeleton className="h-3 w-24" />
          </div>
          <Skeleton className="h-4 w-32 max-sm:hidden" />
          <Skeleton className="h-4 w-32 max-sm:hidden" />
          <Skeleton className="h-8 w-24" />
        </div>
      ))}
    </div>
  );
}
