import { useTranslations } from "next-intl";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

/** Columns and their cards in the picture: uneven, as on a board. */
const picture = [
  ["a1", "a2", "a3", "a4"],
  ["b1", "b2", "b3"],
  ["c1", "c2", "c3", "c4", "c5"],
  ["d1", "d2"],
  ["e1", "e2", "e3"],
];

/** The shape of a board while it is read. */
export function BoardSkeleton() {
  const t = useTranslations("board");
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <LoadingNote />
      <div className="flex h-(--header-height) shrink-0 items-center border-hairline border-b bg-surface px-4 sm:px-5">
        <Skeleton className="h-5 w-28" />
        <Skeleton className="ml-auto h-8 w-24 rounded-8" />
      </div>
      <div className="flex min-h-0 flex-1 overflow-hidden bg-canvas max-sm:px-5" aria-hidden="true">
        {picture.map((cards) => (
          <div
            key={cards[0]}
            className="w-70 shrink-0 border-hairline border-r max-sm:w-[calc(100vw-2.5rem)]"
          >
            <div className="space-y-2 px-3 pt-3.5 pb-3">
              <Skeleton className="h-4 w-32" />
              <Skeleton className="h-4 w-24" />
            </div>
            <div className="space-y-1.5 px-2 pt-2">
              {cards.map((card) => (
                <Skeleton key={card} className="h-22 rounded-8" />
              ))}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
