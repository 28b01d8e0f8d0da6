import { useTranslations } from "next-intl";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

const lines = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/** Rows while they are read. */
export function RowsSkeleton() {
  return (
    <div className="min-h-0 flex-1 overflow-hidden bg-canvas" aria-hidden="true">
      <div className="h-9 border-hairline border-b pointer-coarse:h-11 max-[54rem]:hidden" />
      {lines.map((line) => (
        <div
          key={line}
          className="flex h-10 items-center gap-4 border-hairline border-b px-5 max-[54rem]:h-16 pointer-coarse:h-11"
        >
          <Skeleton className="size-6 rounded-full" />
          <Skeleton className="h-4 w-48" />
          <Skeleton className="ml-auto h-4 w-24 max-sm:hidden" />
          <Skeleton className="h-4 w-32 max-md:hidden" />
          <Skeleton className="h-4 w-20 max-lg:hidden" />
        </div>
      ))}
    </div>
  );
}

/** The shape of the list while its page is read. */
export function ListSkeleton() {
  const t = useTranslations("settings.nav");
  return (
    <>
      <h1 className="sr-only">{t("parties")}</h1>
      <LoadingNote />
      <div className="flex h-(--header-height) shrink-0 items-center border-hairline border-b bg-surface px-4 sm:px-5">
        <Skeleton className="h-5 w-28" />
        <Skeleton className="ml-auto h-8 w-24 rounded-8" />
      </div>
      <RowsSkeleton />
    </>
  );
}
