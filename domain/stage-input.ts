import * as z from "zod/mini";
import { hasFields, id, line, probability, version } from "./input-fields";

export const stageKind = z.enum(["open", "won", "lost"]);

export const stageName = line(100);

/** Days without movement after which a card counts as rotten. */
export const rotDays = z.int().check(z.gte(1), z.lte(3650));

/** What is won is certain, and what is lost is not. */
export function suitsKind(stage: {
  kind?: "open" | "won" | "lost";
  probability?: number;
}): boolean {
  if (stage.probability === undefined) return true;
  if (stage.kind === "won") return stage.probability === 100;
  return stage.kind !== "lost" || stage.probability === 0;
}

export const createStage = z
  .strictObject({
    id,
    name: stageName,
    kind: stageKind,
    probability,
    rotDays: z.nullable(rotDays),
    position: z.int().check(z.gte(1), z.lte(1000)),
  })
  .check(z.refine(suitsKind, { path: ["probability"] }));

export const updateStage = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({
      name: z.exactOptional(stageName),
      kind: z.exactOptional(stageKind),
      probability: z.exactOptional(probability),
      rotDays: z.exactOptional(z.nullable(rotDays)),
    })
    .check(z.refine(hasFields), z.refine(suitsKind, { path: ["probability"] })),
});

/** All stages on the board, in their new order. */
export const reorderStages = z.strictObject({
  stageIds: z.array(id).check(
    z.minLength(1),
    z.maxLength(100),
    z.refine((ids) => new Set(ids).size === ids.length),
  ),
});

/** Its opportunities move to the end of `moveTo`. */
export const retireStage = z
  .strictObject({ id, moveTo: id })
  .check(z.refine((input) => input.id !== input.moveTo, { path: ["moveTo"] }));
