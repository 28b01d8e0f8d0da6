import type { Page } from "@playwright/test";

/** Visible controls that are smaller than 44 × 44 px, counting what extends the hit area. */
export async function smallTargets(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      "a[href], button, select, input, textarea, summary, [role=tab], [role=slider]",
    );
    return [...controls].flatMap((control) => {
      const style = getComputedStyle(control);
      const outside = control.closest("label") ?? control;
      const after = getComputedStyle(control, "::after");
      const isCovering = after.content !== "none" && after.position === "absolute";
      // What covers all around it is as large as its card or row, or the next ancestor that is placed.
      const around = style.position === "static" ? control.offsetParent : control;
      const covered = control.closest("article, [data-party]") ?? around;
      const box = (isCovering && covered ? covered : outside).getBoundingClientRect();
      // For ears only, or until it has the focus.
      const isClipped = style.clipPath !== "none" || box.width <= 1 || box.height <= 1;
      const isHidden = isClipped || style.visibility === "hidden";
      if (isHidden || control.hasAttribute("disabled")) return [];
      if (box.width >= 43.5 && box.height >= 43.5) return [];
      // A link within a sentence or a line of its own needs the height only.
      if (control.tagName === "A" && box.height >= 43.5) return [];
      const name = control.getAttribute("aria-label") ?? control.textContent ?? "";
      return [
        `${control.tagName} ${name.trim()} ${Math.round(box.width)} × ${Math.round(box.height)}`,
      ];
    });
  });
}
