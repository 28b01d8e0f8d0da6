import { withoutIndexes } from "./bulk";
import { type Database, one } from "./database";
import { BRANCHES, DEALS, FAMILY_NAMES, LEGAL_FORMS, NEXT_STEPS } from "./names";
import { enterIntoSearch, settleWorkspace, withoutTriggers } from "./quiet";
import { MAX_RANK_NUMBER, nextRankNumber, rankSql } from "./ranks";

export type Fill = {
  opportunities: number;
  /** Share of won and lost ones, 0 to 1. */
  closed: number;
};

/** Their indexes are built anew when that is less work than keeping them row by row. */
const BULK_TABLES = [
  "public.opportunities",
  "public.opportunity_stage_history",
  "public.change_history",
  "private.search_entries",
];
const BULK_FROM = 20_000;

/** Every customer is worked about this often. */
const OPPORTUNITIES_PER_PARTY = 8;

/**
 * Fills a workspace that has members, teams and stages with invented opportunities and the parties
 * they belong to, set by set; begin a transaction with it. One in ten is open to the workspace, one in twenty private, the
 * others belong to the teams. Histories, column figures and clocks end as if they had been typed.
 * The same numbers give the same data, but for ids and dates.
 * @throws RangeError when the columns have no room for that many
 */
export async function fillWorkspace(
  database: Database,
  workspaceId: string,
  { opportunities, closed }: Fill,
): Promise<void> {
  await withoutTriggers(database, async () => {
    const start = await nextRankNumber(database, workspaceId);
    if (start + opportunities > MAX_RANK_NUMBER) throw new RangeError("The columns are full.");
    await database.query("select setseed(0.42)");
    const add = async () => {
      await addParties(database, workspaceId, Math.ceil(opportunities / OPPORTUNITIES_PER_PARTY));
      await addOpportunities(database, workspaceId, { start, opportunities, closed });
      await addHistories(database, workspaceId);
      await enterIntoSearch(database, workspaceId);
    };
    if (await isBulk(database, opportunities)) {
      await withoutIndexes(database, BULK_TABLES, add);
    } else {
      await add();
    }
    await settleWorkspace(database, workspaceId);
  });
  await database.query("drop table new_parties, new_opportunities");
}

async function isBulk(database: Database, added: number): Promise<boolean> {
  if (added < BULK_FROM) return false;
  const { present } = await one<{ present: number }>(
    database,
    "select count(*)::integer as present from public.opportunities",
  );
  return added * 2 > present;
}

/** Columns `n` (from 0) and `id`: what the next step joins instead of looking parties up. */
async function addParties(database: Database, workspaceId: string, count: number): Promise<void> {
  const { known } = await one<{ known: string }>(
    database,
    "select count(*) as known from public.parties where workspace_id = $1",
    [workspaceId],
  );
  await database.query(
    `create temp table new_parties on commit drop as
    select n, gen_random_uuid() as id from generate_series(0, ${count - 1}) n`,
  );
  await database.query(
    `insert into public.parties (workspace_id, id, kind, name)
    select $1, id, 'organization', concat_ws(' ', ${pick(FAMILY_NAMES, "n")},
      ${pick(BRANCHES, `n / ${FAMILY_NAMES.length}`)}, $2::bigint + n, ${pick(LEGAL_FORMS, "n")})
    from new_parties`,
    [workspaceId, known],
  );
  await database.query(
    `insert into public.party_roles (workspace_id, party_id, role_code)
    select $1, id, 'CUSTOMER' from new_parties`,
    [workspaceId],
  );
}

async function addOpportunities(
  database: Database,
  workspaceId: string,
  { start, opportunities, closed }: Fill & { start: number },
): Promise<void> {
  const { parties } = await one<{ parties: number }>(
    database,
    "select count(*)::integer as parties from new_parties",
  );
  await database.query(
    `create temp table new_opportunities on commit drop as
    with owners as (
      select array_agg(o.id order by o.name, o.id) as ids,
        array_agg(o.team_id order by o.name, o.id) as team_ids
      from (
        select m.id, m.name, (
          select tm.team_id from public.team_members tm where tm.member_id = m.id limit 1) as team_id
        from public.members m where m.workspace_id = $1
          and (m.access_role = 'rep' or not exists (
            select 1 from public.members r where r.workspace_id = $1 and r.access_role = 'rep'))
      ) o
    ), columns as (
      select array_agg(id order by position) filter (where kind = 'open') as open,
        array_agg(id order by position) filter (where kind <> 'open') as closed
      from public.stages where workspace_id = $1 and retired_at is null
    ), drawn as (
      select n, random() as stage_draw, random() as sight_draw, random() as amount_draw,
        random() as age_draw, random() as stay_draw, random() < $2::float8 as is_closed
      from generate_series(0::bigint, ${opportunities - 1}::bigint) n
    ), placed as (
      select d.*, 1 + n % cardinality(o.ids) as owner_n,
        case when is_closed then c.closed[1 + floor(stage_draw * cardinality(c.closed))::integer]
          else c.open[1 + floor(stage_draw * stage_draw * cardinality(c.open))::integer] end as stage_id,
        now() - (case when is_closed then 900 else 120 end) * interval '1 day' * age_draw * age_draw as created_at,
        c.open[1] as first_stage_id
      from drawn d, owners o, columns c
    )
    select gen_random_uuid() as id, p.n, p.stage_id, o.ids[p.owner_n] as owner_id,
      case when p.sight_draw >= 0.10 then o.team_ids[p.owner_n] end as team_id,
      p.sight_draw >= 0.95 as is_private, p.is_closed, p.amount_draw, p.stay_draw, p.created_at,
      case when p.stage_id = p.first_stage_id then p.created_at
        else p.created_at + (now() - p.created_at) * p.stay_draw end as stage_entered_at
    from placed p, owners o`,
    [workspaceId, closed],
  );
  await database.query(
    `insert into public.opportunities (workspace_id, id, stage_id, rank, name, customer_id, owner_id,
      team_id, is_private, amount, currency, probability, expected_close_on, next_step, next_step_on,
      source, stage_entered_at, closed_at, created_by, created_at, updated_at)
    select $1, o.id, o.stage_id, ${rankSql(`${start} + o.n`)}, ${pick(DEALS, "o.n")} || ' ' || (o.n + 1),
      p.id, o.owner_id, o.team_id, o.is_private,
      case when o.n % 20 <> 7 then round(exp(5.5 + 6 * o.amount_draw)::numeric, 2) end,
      case o.n % 25 when 3 then 'CHF' when 11 then 'USD' else 'EUR' end,
      case when not o.is_closed and o.n % 6 = 0 then 5 * (1 + (o.n / 6) % 19) end,
      case when o.is_closed then o.stage_entered_at::date
        when o.n % 9 <> 4 then current_date - 20 + floor(140 * o.stay_draw)::integer end,
      case when not o.is_closed and o.n % 3 <> 0 then ${pick(NEXT_STEPS, "o.n")} end,
      case when not o.is_closed and o.n % 3 <> 0 then current_date - 7 + (o.n % 29)::integer end,
      ${pick(["EXISTING_CUSTOMER", "WEB_SITE", "TRADE_SHOW", "COLD_CALL"], "o.n")},
      o.stage_entered_at, case when o.is_closed then o.stage_entered_at end, o.owner_id,
      o.created_at, o.stage_entered_at
    from new_opportunities o join new_parties p on p.n = o.n % ${parties}
    order by o.n`,
    [workspaceId],
  );
}

async function addHistories(database: Database, workspaceId: string): Promise<void> {
  // Whatever is beyond the first column has been in it before.
  await database.query(
    `with first_stage as (
      select id from public.stages where workspace_id = $1 and kind = 'open' and retired_at is null
      order by position limit 1
    )
    insert into public.opportunity_stage_history
      (workspace_id, opportunity_id, stage_id, entered_at, left_at, moved_by)
    select $1, o.id, f.id, o.created_at, o.stage_entered_at, o.owner_id
    from new_opportunities o join first_stage f on f.id <> o.stage_id
    union all
    select $1, o.id, o.stage_id, o.stage_entered_at, null, o.owner_id from new_opportunities o`,
    [workspaceId],
  );
  await database.query(
    `insert into public.change_history
      (workspace_id, entity, entity_id, version, op, actor_id, changed_at)
    select $1, 'opportunity', o.id, 1, 'insert', o.owner_id, o.created_at from new_opportunities o`,
    [workspaceId],
  );
}

/** SQL for the entry of a list that the number `n` falls on, going round. */
function pick(list: readonly string[], n: string): string {
  const quoted = list.map((entry) => `'${entry.replaceAll("'", "''")}'`).join(", ");
  return `(array[${quoted}])[1 + (${n}) % ${list.length}]`;
}
