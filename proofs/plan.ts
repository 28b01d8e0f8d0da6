import fc from "fast-check";
import type { Fault } from "./line";

/** Numbers that pick a card, a stage, a place: legal whatever the board shows by then. */
const pick = fc.nat(1000);

const step = fc.record({
  card: pick,
  stage: pick,
  place: pick,
  /** What happens beside the move, with another card. */
  beside: fc.oneof(
    { weight: 10, arbitrary: fc.constant("nothing" as const) },
    { weight: 3, arbitrary: fc.constantFrom("edit" as const, "amount" as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom("create" as const, "hand over" as const, "hide" as const),
    },
    { weight: 1, arbitrary: fc.constantFrom("remove" as const, "page" as const) },
  ),
});
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What one member does, and how many of it at once. */
export const oneHand = (moves: number) =>
  fc.record({
    steps: fc.array(step, { minLength: moves, maxLength: moves }),
    atOnce: fc.integer({ min: 1, max: 5 }),
  });
export type Hand = { steps: Step[]; atOnce: number };

export const fourHands = (moves: number) =>
  fc.array(oneHand(moves / 4), { minLength: 4, maxLength: 4 });

const fault = fc.constantFrom<Fault[]>("unsent", "unanswered", "overtaken");

/** How a line fails: writes by their order and that of their attempts, reads over and over. */
export const badLine = fc.record({
  writes: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constant<Fault[]>([]) },
      { weight: 1, arbitrary: fc.array(fault, { minLength: 1, maxLength: 3 }) },
    ),
    { minLength: 40, maxLength: 80 },
  ),
  reads: fc.array(
    fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fault }),
    { minLength: 10, maxLength: 20 },
  ),
});
export type BadLine = typeof badLine extends fc.Arbitrary<infer L> ? L : never;

/** After so many steps of all members one of the sockets is cut; which, is picked. */
export const socketCuts = fc.array(fc.record({ after: fc.nat(40), pick }), {
  minLength: 8,
  maxLength: 20,
});
