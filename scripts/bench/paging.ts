import { one } from "../../seeds/database";
import type { Stack } from "../../supabase/local/stack";
import { callRpc, connectAs, type Load, signIn } from "./fixture";
import { compare, type Line, median, percentile, takeTurns } from "./report";

const ROUNDS = 80;
/** What the application asks for at a time. */
const PAGE = 60;
/** Of a million parties, more than half are before it. */
const DEEP = 10_000;

/** Page 10,000 of the list of parties against its second, through PostgREST. */
export async function measurePaging(stack: Stack, load: Load): Promise<Line[]> {
  const token = await signIn(stack, load.emails.admin);
  const lines: Line[] = [];
  for (const { sort, place } of orders) {
    const after = await placeBefore(stack, load, place, PAGE * (DEEP - 1));
    const page = (from: unknown) => () =>
      callRpc(stack, token, "party_page", {
        p_workspace_id: load.id,
        p_query: { sort },
        p_after: from,
        p_limit: PAGE,
      });
    // The frame comes with the first page alone; the second is the same without it.
    const early = await placeBefore(stack, load, place, PAGE);
    const times = await takeTurns(ROUNDS, page(after), page(early));
    const what = `list of all parties by ${sort}, page ${DEEP.toLocaleString("en")} against 2`;
    lines.push(
      compare(`${what}, median`, median(times.measured), median(times.floor), { times: 1.2 }),
      compare("  p95", percentile(times.measured, 0.95), percentile(times.floor, 0.95)),
    );
  }
  return lines;
}

const orders = [
  { sort: "name", place: 'name collate "und-x-icu"' },
  { sort: "changed", place: "updated_at" },
];

/** The place behind so many rows, as `party_page` tells it. */
async function placeBefore(stack: Stack, load: Load, place: string, rows: number) {
  const database = await connectAs(stack, "postgres", load.adminClaims);
  try {
    const { after } = await one<{ after: [string, string] }>(
      database,
      `select jsonb_build_array(to_jsonb(${place}), id) as after from public.parties
      where workspace_id = $1 order by ${place}, id offset $2 limit 1`,
      [load.id, rows - 1],
    );
    return after;
  } finally {
    await database.end();
  }
}
