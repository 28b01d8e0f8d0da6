import { Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cx } from "../cx";

/**
 * Opens the search, in the rail or in the bar. It brings no code: whatever searches listens for
 * presses on what says `data-opens-search`.
 */
export async function SearchButton({ place }: { place: "rail" | "bar" }) {
  const t = await getTranslations("frame");
  const rail = place === "rail";
  return (
    <button
      type="button"
      data-opens-search=""
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      data-tooltip={rail ? t("search") : undefined}
      data-tooltip-key={rail ? "Ctrl K" : undefined}
      data-tooltip-side="right"
      className={cx(
        "flex select-none flex-col items-center justify-center gap-0.5 rounded-8 text-muted transition-colors hover:text-text",
        rail
          ? "size-10 shrink-0 hover:bg-hover pointer-coarse:h-auto pointer-coarse:min-h-13 pointer-coarse:w-[calc(100%-0.25rem)] pointer-coarse:py-1.5"
          : "h-full w-full",
      )}
    >
      <Search size={20} strokeWidth={1.75} />
      <span className={cx("text-12", rail && "sr-only pointer-coarse:not-sr-only")}>
        {t("search")}
      </span>
    </button>
  );
}
