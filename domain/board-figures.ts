import type { StageFigure } from "./board-answers";
import type { Weight } from "./board-card";
import { addDecimals, multiplyDecimalByInteger, shiftDecimal } from "./decimal";

/** Count and exact decimal sums of one column in one currency. */
export type Figure = { readonly count: number; readonly amount: string; readonly weighted: string };
/** By stage id, then by currency; a currency without cards has no entry. */
export type Figures = Readonly<Record<string, Readonly<Record<string, Figure>>>>;
/** Percent of a stage; undefined for a stage the board does not know. */
export type ProbabilityOf = (stageId: string) => number | undefined;

const nothing: Figure = { count: 0, amount: "0", weighted: "0" };

export function figuresFrom(rows: readonly StageFigure[]): Figures {
  const figures: Record<string, Record<string, Figure>> = {};
  for (const { stageId, currency, count, amount, weighted } of rows) {
    figures[stageId] = { ...figures[stageId], [currency]: { count, amount, weighted } };
  }
  return figures;
}

/** A weight with the stage's probability needs the stage; without it the sums must be read anew. */
export function canWeigh(weight: Weight | null, probabilityOf: ProbabilityOf): boolean {
  return (
    weight === null || weight.probability !== null || probabilityOf(weight.stageId) !== undefined
  );
}

function add(
  figures: Figures,
  weight: Weight,
  sign: 1 | -1,
  probabilityOf: ProbabilityOf,
): Figures {
  const { stageId, currency } = weight;
  const probability = weight.probability ?? probabilityOf(stageId) ?? 0;
  const amount = multiplyDecimalByInteger(weight.amount, sign);
  const { [currency]: old = nothing, ...others } = figures[stageId] ?? {};
  const count = old.count + sign;
  if (count !== 0) {
    const weighted = shiftDecimal(multiplyDecimalByInteger(amount, probability), -2);
    const figure = {
      count,
      amount: addDecimals(old.amount, amount),
      weighted: addDecimals(old.weighted, weighted),
    };
    return { ...figures, [stageId]: { ...others, [currency]: figure } };
  }
  const { [stageId]: _, ...otherStages } = figures;
  return Object.keys(others).length === 0 ? otherStages : { ...otherStages, [stageId]: others };
}

function isSameWeight(a: Weight, b: Weight): boolean {
  return (
    a.stageId === b.stageId &&
    a.currency === b.currency &&
    a.amount === b.amount &&
    a.probability === b.probability
  );
}

/** Figures after an opportunity changed from one weight to another; null: it was or is not there. */
export function reweigh(
  figures: Figures,
  before: Weight | null,
  after: Weight | null,
  probabilityOf: ProbabilityOf,
): Figures {
  if (before && after && isSameWeight(before, after)) return figures;
  const without = before ? add(figures, before, -1, probabilityOf) : figures;
  return after ? add(without, after, 1, probabilityOf) : without;
}
