import type { Page, Request } from "@playwright/test";
import pg from "pg";
import { one } from "../../seeds/database";
import type { Stack } from "../../supabase/local/stack";
import type { Load } from "./fixture";

type Counted = { rows: string; events: string };

/**
 * What each of some drags sends and writes: the calls that the browser posts, each of a batch counted,
 * and what Postgres holds before and after.
 */
export async function startCounting(stack: Stack, load: Load, page: Page) {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  client.on("error", (error) => console.error(error.message));
  await client.connect();
  // Every write of an opportunity raises its version by one.
  const look = () =>
    one<Counted>(
      client,
      `select (select sum(version) from public.opportunities where workspace_id = $1) as rows,
        (select count(*) from realtime.messages where extension = 'broadcast' and event = 'change') as events`,
      [load.id],
    );
  const counts = { requests: [] as number[], rows: [] as number[], events: [] as number[] };
  return {
    ...counts,
    async during<T>(drag: () => Promise<T>): Promise<T> {
      let calls = 0;
      const note = (request: Request) => {
        calls += postedCalls(request);
      };
      const before = await look();
      page.on("request", note);
      const result = await drag();
      page.off("request", note);
      const after = await look();
      counts.requests.push(calls);
      counts.rows.push(Number(after.rows) - Number(before.rows));
      counts.events.push(Number(after.events) - Number(before.events));
      return result;
    },
    stop: () => client.end(),
  };
}

function postedCalls(request: Request): number {
  const [, names] = new URL(request.url()).pathname.split("/api/trpc/");
  if (request.method() !== "POST" || names === undefined) return 0;
  return names.split(",").length;
}
