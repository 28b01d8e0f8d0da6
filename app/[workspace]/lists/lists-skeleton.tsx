import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

const rows = ["w-40", "w-56", "w-44", "w-36", "w-52"];

/** The shape of rows of lists, and of who stands on one. */
export function ListsSkeleton() {
  return (
    <div className="divide-y divide-hairline">
      <LoadingNote />
      {rows.map((width) => (
        <div key={width} className="flex h-14 items-center gap-4 px-5">
          <Skeleton className={`h-4 ${width}`} />
          <Skeleton className="ml-auto h-4 w-24" />
        </div>
      ))}
    </div>
  );
}
