import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Actor, call } from "./actors";
import type { Row } from "./database";
import type { World } from "./world";

/** A card as the functions answer it, as far as tests look at it. */
export interface Card {
  id: string;
  version: number;
  stageId: string;
  rank: string;
  topic: string;
  name: string;
  amount: string | null;
  probability: number | null;
}

/** Adds an opportunity on top of the first column, open to the whole workspace unless told. */
export async function createOpportunity(
  pool: pg.Pool,
  world: World,
  actor: Actor,
  given: Row = {},
): Promise<Card> {
  return asCard(
    await call(pool, actor, "create_opportunity", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_stage_id: world.stages.enquiry,
      p_name: "Ein Geschäft",
      p_currency: "EUR",
      p_mutation_id: randomUUID(),
      p_customer_id: world.customerId,
      ...given,
    }),
  );
}

/** Moves a card directly below another one, or on top. */
export async function moveOpportunity(
  pool: pg.Pool,
  actor: Actor,
  id: string,
  stageId: string,
  given: { afterId?: string | null; beforeId?: string | null; mutationId?: string } = {},
): Promise<Card> {
  return asCard(
    await call(pool, actor, "move_opportunity", {
      p_id: id,
      p_stage_id: stageId,
      p_after_id: given.afterId ?? null,
      p_before_id: given.beforeId ?? null,
      p_mutation_id: given.mutationId ?? randomUUID(),
    }),
  );
}

export type UpdateAnswer =
  | { status: "saved"; card: Card }
  | {
      status: "conflict";
      version: number;
      fields: Record<string, { base: unknown; yours: unknown; theirs: unknown }>;
      card: Card;
    };

/** Edits the fields of `patch` as somebody who last saw `version`. */
export async function updateOpportunity(
  pool: pg.Pool,
  actor: Actor,
  id: string,
  version: number,
  patch: Row,
  mutationId: string = randomUUID(),
): Promise<UpdateAnswer> {
  // The shape is what the tests of update_opportunity are about.
  return (await call(pool, actor, "update_opportunity", {
    p_id: id,
    p_version: version,
    p_patch: patch,
    p_mutation_id: mutationId,
  })) as UpdateAnswer;
}

function asCard(answer: unknown): Card {
  if (typeof answer !== "object" || answer === null || !("rank" in answer)) {
    throw new Error(`No card: ${JSON.stringify(answer)}`);
  }
  // Parsed for real in domain/; here only the fields that a test names are read.
  return answer as Card;
}
