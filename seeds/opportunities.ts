import { randomUUID } from "node:crypto";
import type { Database } from "./database";
import { nextRankNumber, rankSql } from "./ranks";

export type OpportunitySeed = {
  id?: string;
  name: string;
  customerName: string;
  customerKind?: "organization" | "person";
  stageId: string;
  ownerId?: string | null;
  /** Null or missing: everybody in the workspace sees it. */
  teamId?: string | null;
  isPrivate?: boolean;
  /** A decimal, "1234.5". */
  amount?: string | null;
  currency?: string;
  probability?: number | null;
  /** ISO days. */
  expectedCloseOn?: string | null;
  nextStep?: string | null;
  nextStepOn?: string | null;
  /** ISO instants; missing: now. */
  stageEnteredAt?: string;
};

/**
 * Adds cards to the end of their columns in the order given, in one statement: histories, figures
 * and events follow as for any other writer. Customers are found by name or added.
 * @returns the ids, in the same order
 */
export async function addOpportunities(
  database: Database,
  workspaceId: string,
  seeds: readonly OpportunitySeed[],
): Promise<string[]> {
  if (seeds.length === 0) return [];
  const rows = seeds.map((seed) => ({ customerKind: "organization", id: randomUUID(), ...seed }));
  const start = await nextRankNumber(database, workspaceId);
  await database.query(
    `with wanted as (
      select w.* from jsonb_array_elements($2::jsonb) with ordinality e (seed, n)
      cross join lateral (
        select e.n - 1 as n, s.* from jsonb_to_record(e.seed) as s (
          id uuid, name text, "customerName" text, "customerKind" public.party_kind, "stageId" uuid,
          "ownerId" uuid, "teamId" uuid, "isPrivate" boolean, amount numeric, currency text,
          probability smallint, "expectedCloseOn" date, "nextStep" text, "nextStepOn" date,
          "stageEnteredAt" timestamptz)
      ) w
    ), customers as materialized (
      select name, kind, public.find_or_add_party($1, kind, name, 'CUSTOMER') as id
      from (select distinct "customerName" as name, "customerKind" as kind from wanted) c
    )
    insert into public.opportunities (id, workspace_id, stage_id, rank, name, customer_id, owner_id,
      team_id, is_private, amount, currency, probability, expected_close_on, next_step,
      next_step_on, stage_entered_at)
    select w.id, $1, w."stageId", ${rankSql("$3::bigint + w.n")}, w.name, c.id, w."ownerId",
      w."teamId", coalesce(w."isPrivate", false), w.amount, coalesce(w.currency, s.currency),
      w.probability, w."expectedCloseOn", w."nextStep", w."nextStepOn",
      coalesce(w."stageEnteredAt", now())
    from wanted w
    join customers c on c.name = w."customerName" and c.kind = w."customerKind"
    join public.workspaces s on s.id = $1`,
    [workspaceId, JSON.stringify(rows), start],
  );
  return rows.map(({ id }) => id);
}
