import type { Stack } from "../../supabase/local/stack";
import { BOARD_PAGE_SIZE, callRpc, connectAs, type Load, signIn } from "./fixture";
import { compare, type Limit, type Line, median, percentile, takeTurns } from "./report";

const ROUNDS = 60;
/** One process of the database may be steadily quicker than its like: several pairs even it out. */
const PAIRS = 6;
const ROUNDS_OF_PAIR = 30;

/** Opening a large board against a small one, both in the same database, through PostgREST. */
export async function measureOpening(
  stack: Stack,
  small: Load,
  large: Load,
  limit: Limit,
): Promise<Line[]> {
  const open = async (load: Load) => {
    const token = await signIn(stack, load.emails.admin);
    const body = { p_workspace_id: load.id, p_page_size: BOARD_PAGE_SIZE };
    return () => callRpc(stack, token, "open_board", body);
  };
  const times = await takeTurns(ROUNDS, await open(large), await open(small));
  const sizes = `${format(large.opportunities)} against ${format(small.opportunities)}`;
  return [
    compare(
      `open board, ${sizes} opportunities, median`,
      median(times.measured),
      median(times.floor),
      limit,
    ),
    compare("  p95", percentile(times.measured, 0.95), percentile(times.floor, 0.95)),
  ];
}

/** The same SQL with policies, and as the owner of the tables, whom no policy concerns. */
export async function measurePolicies(stack: Stack, load: Load): Promise<Line[]> {
  const measured: number[] = [];
  const floor: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const times = await openWithAndWithoutPolicies(stack, load);
    measured.push(...times.measured);
    floor.push(...times.floor);
  }
  const what = `policies on against off, open board, ${format(load.opportunities)}, median`;
  return [compare(what, median(measured), median(floor), { times: 1.15 })];
}

async function openWithAndWithoutPolicies(stack: Stack, load: Load) {
  const policed = await connectAs(stack, "authenticated", load.adminClaims);
  const free = await connectAs(stack, "postgres", load.adminClaims);
  try {
    const sql = {
      name: "open",
      text: "select public.open_board($1, $2) as board",
      values: [load.id, BOARD_PAGE_SIZE],
    };
    const cards = async (client: typeof policed) => {
      const { rows } = await client.query(sql);
      return JSON.stringify(rows[0]?.board.columns);
    };
    if ((await cards(policed)) !== (await cards(free))) {
      throw new Error("With and without policies the board shows different cards.");
    }
    return await takeTurns(
      ROUNDS_OF_PAIR,
      () => policed.query(sql),
      () => free.query(sql),
    );
  } finally {
    await policed.end();
    await free.end();
  }
}

function format(count: number): string {
  return count.toLocaleString("en");
}
