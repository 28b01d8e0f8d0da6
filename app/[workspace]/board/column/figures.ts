import type { Figure, Figures } from "@/domain/board-figures";

/** A column's sums in one currency. */
export type CurrencyFigure = Figure & { readonly currency: string };

/** The sums of a column: the workspace's currency first, also when it is empty; then by code. */
export function orderFigures(
  figures: Figures[string] | undefined,
  currency: string,
): { main: CurrencyFigure; others: readonly CurrencyFigure[] } {
  const { [currency]: main = { count: 0, amount: "0", weighted: "0" }, ...rest } = figures ?? {};
  const others = Object.entries(rest)
    .map(([code, figure]) => ({ ...figure, currency: code }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  return { main: { ...main, currency }, others };
}
