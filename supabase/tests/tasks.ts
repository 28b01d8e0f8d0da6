import { randomUUID } from "node:crypto";
import type pg from "pg";
import { call } from "./actors";
import { one, type Row } from "./database";
import type { Member, World } from "./world";

/** Adds a task for whoever adds it, about the customer of the world unless told; answers its id. */
export async function addTask(
  pool: pg.Pool,
  world: World,
  actor: Member,
  given: Row = {},
): Promise<string> {
  const id = randomUUID();
  const about = "p_opportunity_id" in given ? {} : { p_party_id: world.customerId };
  await call(pool, actor, "add_task", {
    p_id: id,
    p_workspace_id: world.workspaceId,
    p_title: "Zurückrufen",
    p_assignee_id: actor.memberId,
    p_mutation_id: randomUUID(),
    ...about,
    ...given,
  });
  return id;
}

/** Edits the fields of `patch` as somebody who last saw `version`. */
export async function updateTask(
  pool: pg.Pool,
  actor: Member,
  id: string,
  version: number,
  patch: Row,
  mutationId: string = randomUUID(),
): Promise<unknown> {
  return await call(pool, actor, "update_task", {
    p_id: id,
    p_version: version,
    p_patch: patch,
    p_mutation_id: mutationId,
  });
}

export async function readTask(pool: pg.Pool, id: string): Promise<Row> {
  return await one(pool, "select * from public.tasks where id = $1", [id]);
}
