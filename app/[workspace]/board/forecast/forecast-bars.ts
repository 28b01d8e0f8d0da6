import type { Figure, Figures } from "@/domain/board-figures";
import type { VisibleColumn } from "@/domain/board-visible";
import { addDecimals } from "@/domain/decimal";
import { type CurrencyFigure, orderFigures } from "../column/figures";

/** A month of a forecast in one currency. */
export type ForecastBar = Figure & {
  readonly key: string;
  /** Of the chart's height, 0 to 1: for drawing alone, money stays text. */
  readonly height: number;
  /** The weighted sum, of the chart's height. */
  readonly filled: number;
};

/** The bars of the main currency under an even top, as an exact decimal. */
export function forecastBars(
  columns: readonly VisibleColumn[],
  currency: string,
): { bars: readonly ForecastBar[]; top: number } {
  const mains = columns.map(({ key, figures }) => ({
    key,
    ...orderFigures(figures, currency).main,
  }));
  const top = evenTop(Math.max(0, ...mains.map(({ amount }) => Number(amount))));
  const bars = mains.map((main) => ({
    ...main,
    height: share(main.amount, top),
    filled: share(main.weighted, top),
  }));
  return { bars, top };
}

/** All columns together, the main currency first. */
export function forecastTotal(
  columns: readonly VisibleColumn[],
  currency: string,
): { main: CurrencyFigure; others: readonly CurrencyFigure[] } {
  const totals: Record<string, Figure> = {};
  for (const { figures } of columns) {
    for (const [code, figure] of Object.entries(figures)) {
      const before = totals[code];
      totals[code] = before ? sumOf(before, figure) : figure;
    }
  }
  return orderFigures(totals satisfies Figures[string], currency);
}

function sumOf(a: Figure, b: Figure): Figure {
  return {
    count: a.count + b.count,
    amount: addDecimals(a.amount, b.amount),
    weighted: addDecimals(a.weighted, b.weighted),
  };
}

function share(amount: string, top: number): number {
  return top === 0 ? 0 : Math.min(1, Number(amount) / top);
}

/** The next of 1, 2, 4, 5, 6, 8 times a power of ten, whose half is an even number as well. */
export function evenTop(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 6, 8, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}
