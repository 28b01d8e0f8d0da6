import pg from "pg";
import type { ColumnPicture } from "./pages/board";

export type Database = {
  /** Rows of a query, as role `postgres`: past every policy. */
  rows<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

export function openDatabase(databaseUrl: string): Database {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // Without a listener a lost connection would end the process; the next query says it anyhow.
  pool.on("error", () => {});
  return {
    rows: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...values])).rows,
    close: () => pool.end(),
  };
}

/** Whose board is meant: the figures of a board are over what its reader may see. */
export type Reader = { workspaceId: string; topics?: readonly string[] };

type FigureRow = { stage_id: string; currency: string; amount: string; weighted: string };

/**
 * A board as the tables say it is, added up from the cards themselves: the kept sums of the
 * database are among what is tested. Without `topics` it is all of the workspace.
 */
export async function boardInDatabase(
  database: Database,
  { workspaceId, topics = [] }: Reader,
): Promise<ColumnPicture[]> {
  const scope = [workspaceId, topics.length === 0 ? null : topics];
  const stages = await database.rows<{ id: string; name: string; kind: string; ids: string[] }>(
    `select s.id, s.name, s.kind, coalesce(array_agg(o.id order by o.rank)
      filter (where o.id is not null), '{}') as ids
    from public.stages s
    left join public.opportunities o on o.stage_id = s.id and ($2::text[] is null or o.topic = any($2))
    where s.workspace_id = $1 and s.retired_at is null
    group by s.id order by s.position`,
    scope,
  );
  const figures = await database.rows<FigureRow>(
    `select o.stage_id, o.currency, coalesce(sum(o.amount), 0)::text as amount,
      coalesce(sum(o.amount * coalesce(o.probability, s.probability) / 100), 0)::text as weighted
    from public.opportunities o join public.stages s on s.id = o.stage_id
    where o.workspace_id = $1 and ($2::text[] is null or o.topic = any($2))
    group by o.stage_id, o.currency`,
    scope,
  );
  return stages.map(({ id, name, kind, ids }) => {
    const sums = figures.filter((figure) => figure.stage_id === id);
    // An empty column says nought in the workspace's currency.
    const shown = sums.some(({ currency }) => currency === "EUR")
      ? sums
      : [...sums, { currency: "EUR", amount: "0", weighted: "0" }];
    return {
      stage: name,
      count: ids.length,
      ids,
      sums: byUnit(shown.map((row) => money(row.amount, row.currency))),
      weighted: byUnit(
        kind === "open" ? shown.map((row) => money(row.weighted, row.currency)) : [],
      ),
    };
  });
}

/** "5.640 CHF" as { CHF: "5.640" }. */
function byUnit(sums: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    sums.map((sum) => {
      const [amount = "", unit = ""] = sum.split(" ");
      return [unit, amount];
    }),
  );
}

/** As a German board writes it, with plain spaces. */
function money(amount: string, currency: string): string {
  const format = new Intl.NumberFormat("de-DE", {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  // The string keeps every digit (ECMA-402, StringNumericLiteral); only its type does not say so.
  return format.format(amount as `${number}`).replaceAll("\u00a0", " ");
}

/** A party of the workspace, of whom nothing but the name is known. */
export async function addParty(
  database: Database,
  { id }: { id: string },
  kind: "person" | "organization",
  name: string,
): Promise<string> {
  const [row] = await database.rows<{ id: string }>(
    "insert into public.parties (workspace_id, kind, name) values ($1, $2, $3) returning id",
    [id, kind, name],
  );
  if (!row) throw new Error("No party was added.");
  return row.id;
}
