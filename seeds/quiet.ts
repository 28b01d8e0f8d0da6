import type { Database } from "./database";

const TABLES = ["parties", "opportunities", "communications", "tasks", "leads"].map(
  (name) => `public.${name}`,
);

/**
 * Runs `work` without the triggers of the tables that seeds fill: histories then hold the past
 * that a seed invents instead of "now", and a million rows are not sent one by one. Foreign keys
 * and checks stay. Begin a transaction with it; other writers of these tables wait for its end.
 * Afterwards `settleWorkspace` and `enterIntoSearch` make good what the triggers would have done.
 */
export async function withoutTriggers<T>(database: Database, work: () => Promise<T>): Promise<T> {
  await lockTables(database);
  for (const table of TABLES) {
    await database.query(`alter table ${table} disable trigger user`);
  }
  const result = await work();
  // Checks that wait for the commit would forbid the alterations.
  await database.query("set constraints all immediate");
  for (const table of TABLES) {
    await database.query(`alter table ${table} enable trigger user`);
  }
  return result;
}

/** All or none at a time: whoever holds one table and waits for another may be waiting for us. */
async function lockTables(database: Database): Promise<void> {
  await database.query(
    `do $$ begin
      for attempt in 1..1500 loop
        begin
          lock table ${TABLES.join(", ")} in share row exclusive mode nowait;
          return;
        exception when lock_not_available then
          perform pg_sleep(0.02);
        end;
      end loop;
      raise exception 'The tables to seed stayed in use for half a minute.';
    end $$`,
  );
}

/**
 * Brings a workspace whose rows were written without triggers to the state that triggers keep:
 * column figures, and one unnamed change on each topic, so that open boards read anew.
 */
export async function settleWorkspace(database: Database, workspaceId: string): Promise<void> {
  // Every writer takes clocks in this order, the workspace's first: see publish_opportunities.
  await database.query(
    `select private.publish(t.topic, $1, private.next_seq(t.topic, $1), 'opportunity', null, null)
    from (
      select topic from public.opportunities where workspace_id = $1
      union select topic from public.stage_figures where workspace_id = $1
      union select 'workspace:' || $1::uuid
    ) t order by t.topic not like 'workspace:%', t.topic`,
    [workspaceId],
  );
  await database.query("delete from public.stage_figures where workspace_id = $1", [workspaceId]);
  await database.query(
    `insert into public.stage_figures (topic, workspace_id, stage_id, currency, count, amount,
      amount_with_own_probability, amount_times_own_probability)
    select topic, workspace_id, stage_id, currency, count(*), sum(coalesce(amount, 0)),
      sum(case when probability is not null then coalesce(amount, 0) else 0 end),
      sum(coalesce(amount * probability, 0))
    from public.opportunities where workspace_id = $1
    group by topic, workspace_id, stage_id, currency`,
    [workspaceId],
  );
}

/** Lets the names of a workspace whose rows were written without triggers be found. */
export async function enterIntoSearch(database: Database, workspaceId: string): Promise<void> {
  await database.query("select private.rebuild_search($1)", [workspaceId]);
}
