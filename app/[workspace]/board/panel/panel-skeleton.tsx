import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

const rows = ["w-28", "w-36", "w-24", "w-40", "w-32", "w-44", "w-30", "w-38", "w-20"];

/** The shape of the fields of a panel. */
export function PanelSkeleton() {
  return (
    <div className="space-y-4 px-5 py-5">
      <LoadingNote />
      {rows.map((width) => (
        <div key={width} className="flex items-center gap-4">
          <Skeleton className="h-4 w-24 shrink-0" />
          <Skeleton className={`h-5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
