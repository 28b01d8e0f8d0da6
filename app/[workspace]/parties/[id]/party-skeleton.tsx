import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

/** In the shape of the page of a party. */
export function PartySkeleton() {
  return (
    <div className="p-5">
      <LoadingNote />
      <div className="flex items-center gap-3">
        <Skeleton className="size-8" />
        <Skeleton className="h-5 w-56" />
      </div>
      <div className="mt-8 grid gap-8 lg:grid-cols-[24rem_minmax(0,1fr)]">
        {["about", "overview"].map((part) => (
          <div key={part} className="space-y-4">
            {["w-3/4", "w-1/2", "w-2/3", "w-3/5", "w-2/5"].map((width) => (
              <Skeleton key={width} className={`h-4 ${width}`} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
