import type { StageFigure } from "./board-answers";
import type { Card } from "./board-card";
import { columnKeyOf, type View } from "./board-grouping";
import { addDecimals, multiplyDecimalByInteger, shiftDecimal } from "./decimal";

/** Count and exact decimal sums of one column in one currency. */
export type Figure = { readonly count: number; readonly amount: string; readonly weighted: string };
/** By column, then by currency; a currency without cards has no entry. */
export type Figures = Readonly<Record<string, Readonly<Record<string, Figure>>>>;

/** What a card adds to the figures of its column. */
type Weight = { column: string; currency: string; amount: string; weighted: string };

const nothing: Figure = { count: 0, amount: "0", weighted: "0" };

export function figuresFrom(rows: readonly StageFigure[]): Figures {
  const figures: Record<string, Record<string, Figure>> = {};
  for (const { column, currency, count, amount, weighted } of rows) {
    figures[column] = { ...figures[column], [currency]: { count, amount, weighted } };
  }
  return figures;
}

/** Null for a card that the view does not show. */
function weightOf(card: Card, view: View): Weight | null {
  const column = columnKeyOf(card, view);
  if (column === null) return null;
  const amount = card.amount ?? "0";
  const stage = view.stages.find(({ id }) => id === card.stageId);
  const probability = card.probability ?? stage?.probability ?? 0;
  const weighted = shiftDecimal(multiplyDecimalByInteger(amount, probability), -2);
  return { column, currency: card.currency, amount, weighted };
}

function add(figures: Figures, weight: Weight, sign: 1 | -1): Figures {
  const { column, currency } = weight;
  const { [currency]: old = nothing, ...others } = figures[column] ?? {};
  const count = old.count + sign;
  if (count !== 0) {
    const figure = {
      count,
      amount: addDecimals(old.amount, multiplyDecimalByInteger(weight.amount, sign)),
      weighted: addDecimals(old.weighted, multiplyDecimalByInteger(weight.weighted, sign)),
    };
    return { ...figures, [column]: { ...others, [currency]: figure } };
  }
  const { [column]: _, ...otherColumns } = figures;
  return Object.keys(others).length === 0 ? otherColumns : { ...otherColumns, [column]: others };
}

function isSameWeight(a: Weight, b: Weight): boolean {
  return (
    a.column === b.column &&
    a.currency === b.currency &&
    a.amount === b.amount &&
    a.weighted === b.weighted
  );
}

/** Figures after an opportunity changed from one card to another; null: it was or is not there. */
export function reweigh(
  figures: Figures,
  before: Card | null,
  after: Card | null,
  view: View,
): Figures {
  const old = before && weightOf(before, view);
  const next = after && weightOf(after, view);
  if (old && next && isSameWeight(old, next)) return figures;
  const without = old ? add(figures, old, -1) : figures;
  return next ? add(without, next, 1) : without;
}
