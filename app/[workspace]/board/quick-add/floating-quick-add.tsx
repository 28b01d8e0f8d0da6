import { cx } from "@/app/_ui/cx";
import { LazyQuickAdd } from "./lazy-quick-add";
import type { QuickAddProps } from "./quick-add";

/** The form where its column is not drawn: it hangs below the button that opens it. */
export function FloatingQuickAdd({ hasPanel, ...form }: QuickAddProps & { hasPanel: boolean }) {
  return (
    <div className="relative z-10 h-0">
      <div
        className={cx(
          "absolute top-2 right-2 w-84 max-w-[calc(100%-1rem)]",
          hasPanel && "lg:right-[calc(var(--panel-width)+0.5rem)]",
        )}
      >
        <LazyQuickAdd {...form} isTitled />
      </div>
    </div>
  );
}
