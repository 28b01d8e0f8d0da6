import { type Database, one } from "./database";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const WIDTH = 5;

/** Above this there is no key of this width: 62^5, some 916 million. */
export const MAX_RANK_NUMBER = DIGITS.length ** WIDTH - 1;

/**
 * SQL for the key number `number` (a bigint expression, 0 to MAX_RANK_NUMBER): an integer of fixed
 * width in the fractional index of supabase/schemas/51_ranks.sql, whose head `e` announces five
 * more digits. Greater numbers make greater keys, and any key may get neighbours later.
 * Written out because a function call per digit and row would double the time of a large seed.
 */
export function rankSql(number: string): string {
  const digits = Array.from({ length: WIDTH }, (_, place) => {
    const unit = DIGITS.length ** (WIDTH - 1 - place);
    return `substr('${DIGITS}', ((${number}) / ${unit} % ${DIGITS.length})::integer + 1, 1)`;
  });
  return `('e' || ${digits.join(" || ")})`;
}

/**
 * The first number whose key and all after it are free in every column of a workspace.
 * @throws RangeError when a column already ends above what keys of this width can say
 */
export async function nextRankNumber(database: Database, workspaceId: string): Promise<number> {
  const { rank } = await one<{ rank: string | null }>(
    database,
    "select max(rank) as rank from public.opportunities where workspace_id = $1",
    [workspaceId],
  );
  if (rank === null || rank < "e") return 0;
  if (!rank.startsWith("e")) throw new RangeError(`No keys of ${WIDTH} digits after ${rank}.`);
  const digits = [...rank.slice(1, 1 + WIDTH)];
  return digits.reduce((value, digit) => value * DIGITS.length + DIGITS.indexOf(digit), 0) + 1;
}

/** The keys number `start` to `start + count - 1`, in order. */
export async function rankKeys(
  database: Database,
  start: number,
  count: number,
): Promise<string[]> {
  const { rows } = await database.query<{ rank: string }>(
    `select ${rankSql("n")} as rank from generate_series($1::bigint, $1::bigint + $2 - 1) n order by n`,
    [start, count],
  );
  return rows.map(({ rank }) => rank);
}
