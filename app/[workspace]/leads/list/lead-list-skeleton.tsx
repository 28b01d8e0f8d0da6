import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

const rows = ["w-40", "w-56", "w-44", "w-36", "w-52", "w-48"];

/** The shape of a list of leads. */
export function LeadListSkeleton() {
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
