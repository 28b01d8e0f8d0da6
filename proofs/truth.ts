import type pg from "pg";
import type { Card } from "@/domain/board-card";
import type { VisibleBoard } from "@/domain/board-visible";

/** A column from top to bottom, with its sums by currency. */
type ColumnPicture = {
  stageId: string;
  cards: (Card | undefined)[];
  count: number;
  sums: Record<string, { amount: string; weighted: string }>;
};

/** The board of whoever sees `topics`, added up from the rows themselves. */
export async function boardInDatabase(
  database: pg.Pool,
  workspaceId: string,
  topics: readonly string[],
): Promise<ColumnPicture[]> {
  const { rows } = await database.query<ColumnPicture>(
    `with seen as (
      select o, o.stage_id, o.rank, o.currency, coalesce(o.amount, 0) as amount,
        coalesce(o.probability, s.probability) as probability, p.name as customer
      from public.opportunities o
      join public.stages s on s.id = o.stage_id join public.parties p on p.id = o.customer_id
      where o.workspace_id = $1 and o.topic = any($2)
    )
    select s.id as "stageId",
      (select count(*)::int from seen where stage_id = s.id) as count,
      (select coalesce(jsonb_agg(private.card(o, customer) order by rank collate "C"), '[]')
        from seen where stage_id = s.id) as cards,
      (select coalesce(jsonb_object_agg(currency, jsonb_build_object(
          'amount', trim_scale(amount)::text, 'weighted', trim_scale(weighted)::text)), '{}')
        from (select currency, sum(amount) as amount, sum(amount * probability) / 100 as weighted
          from seen where stage_id = s.id group by currency) f) as sums
    from public.stages s where s.workspace_id = $1 order by s.position`,
    [workspaceId, topics],
  );
  return rows;
}

export function boardOnScreen(board: VisibleBoard): ColumnPicture[] {
  return board.columns.map(({ ids, count, figures }, index) => ({
    stageId: board.stages[index]?.id ?? "",
    cards: ids.map(board.cardOf),
    count,
    sums: Object.fromEntries(
      Object.entries(figures).map(([currency, { amount, weighted }]) => [
        currency,
        { amount, weighted },
      ]),
    ),
  }));
}

/** How often each mutation of a workspace was written; a card that changes hands enters elsewhere. */
export async function writesOf(
  database: pg.Pool,
  workspaceId: string,
): Promise<Map<string, number>> {
  const { rows } = await database.query<{ mutation_id: string; writes: number }>(
    `select mutation_id, count(distinct changed_at)::int as writes from public.change_log
    where workspace_id = $1 and mutation_id is not null and entity = 'opportunity'
    group by mutation_id`,
    [workspaceId],
  );
  return new Map(rows.map(({ mutation_id, writes }) => [mutation_id, writes]));
}

/** Columns in which a place is taken twice. */
export async function sharedPlaces(database: pg.Pool, workspaceId: string): Promise<unknown[]> {
  const { rows } = await database.query(
    `select stage_id, rank, count(*) from public.opportunities
    where workspace_id = $1 group by stage_id, rank having count(*) > 1`,
    [workspaceId],
  );
  return rows;
}
