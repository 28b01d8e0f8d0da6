import { describe, expect, it } from "vitest";
import { openDatabase } from "./database";
import { testStack } from "./stack";

const pool = openDatabase(2);

/** The first column of every row: names of what breaks a rule. */
async function names(sql: string): Promise<unknown[]> {
  const { rows } = await pool.query<unknown[]>({ text: sql, rowMode: "array" });
  return rows.map(([name]) => name);
}

const OUR_FUNCTIONS = `
  select p.oid::regprocedure::text as name, p.* from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'private')`;

describe("every table", () => {
  it("has row-level security", async () => {
    const open = `select oid::regclass::text from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`;
    expect(await names(open)).toEqual([]);
  });

  it("belongs to a workspace, except catalogs", async () => {
    const shared = `select c.oid::regclass::text from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id')
      order by 1`;
    expect(await names(shared)).toEqual(["relationship_types", "workspaces"]);
  });

  it("says what it is for", async () => {
    const silent = `select c.oid::regclass::text from pg_class c
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
        and c.relkind in ('r', 'p', 'v') and obj_description(c.oid, 'pg_class') is null`;
    expect(await names(silent)).toEqual([]);
  });

  it("has an index on every foreign key", async () => {
    const unindexed = `select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
      join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'f' and n.nspname in ('public', 'private') and not exists (
        select from pg_index i
        where i.indrelid = k.conrelid and i.indpred is null
          -- The key's columns, in any order, at the front of the index.
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
      )`;
    expect(await names(unindexed)).toEqual([]);
  });

  it("has one policy for a verb, none of them for everybody", async () => {
    const doubled = `select schemaname || '.' || tablename || ' ' || cmd from pg_policies
      where schemaname in ('public', 'private')
      group by schemaname, tablename, cmd having count(*) > 1 or cmd = 'ALL'`;
    const forAnon = `select policyname from pg_policies where roles && '{anon,public}'`;
    expect(await names(doubled)).toEqual([]);
    expect(await names(forAnon)).toEqual([]);
  });

  it("offers anonymous visitors nothing", async () => {
    const reachable = `select c.oid::regclass::text from pg_class c
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p', 'v', 'S')
        and (has_table_privilege('anon', c.oid, 'select,insert,update,delete,truncate')
          or has_any_column_privilege('anon', c.oid, 'select,insert,update'))`;
    expect(await names(reachable)).toEqual([]);
  });

  it("grants members nothing that a policy does not govern", async () => {
    const ungoverned = `select c.oid::regclass || ' ' || verb from pg_class c
      cross join unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) verb
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (has_table_privilege('authenticated', c.oid, verb)
          or (verb in ('select', 'insert', 'update') and has_any_column_privilege('authenticated', c.oid, verb)))
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd
          = (case verb when 'select' then 'r' when 'insert' then 'a' when 'update' then 'w' when 'delete' then 'd' end)::"char")`;
    expect(await names(ungoverned)).toEqual([]);
  });
});

describe("every function", () => {
  it("says what it is for", async () => {
    expect(
      await names(
        `select name from (${OUR_FUNCTIONS}) f where obj_description(f.oid, 'pg_proc') is null`,
      ),
    ).toEqual([]);
  });

  it("has an empty search path", async () => {
    expect(
      await names(
        `select name from (${OUR_FUNCTIONS}) f where not coalesce(f.proconfig, '{}') @> '{"search_path=\\"\\""}'`,
      ),
    ).toEqual([]);
  });

  it("lives in the private schema when it runs with its owner's rights", async () => {
    const exposed = `select name from (${OUR_FUNCTIONS}) f
      where f.prosecdef and f.pronamespace = 'public'::regnamespace`;
    expect(await names(exposed)).toEqual([]);
  });

  it("is out of reach of anonymous visitors, but for the contact page, the links in mails and a customer's own page", async () => {
    const reachable = (schema: string) =>
      names(`select f.proname from (${OUR_FUNCTIONS}) f
        where has_function_privilege('anon', f.oid, 'execute') and f.pronamespace = '${schema}'::regnamespace
        order by 1`);
    const open = [
      "ask_for_erasure",
      "ask_for_my_page",
      "become_customer",
      "choose_my_list",
      "confirm_contact_message",
      "confirm_subscription",
      "contact_challenge",
      "correct_my_data",
      "enter_my_page",
      "leave_my_page",
      "my_data",
      "my_page",
      "peek_subscription_link",
      "read_contact_page",
      "send_contact_message",
      "take_bounce",
      "unsubscribe",
      "verify_my_email",
      "withdraw_erasure",
      "withdraw_my_change",
      "write_my_message",
    ];
    expect(await reachable("public")).toEqual(open);
    // Each is one definer function, which checks what it is given.
    expect(await reachable("private")).toEqual(open);
  });

  it("can be called by members when the API shows it", async () => {
    const hidden = `select name from (${OUR_FUNCTIONS}) f where f.pronamespace = 'public'::regnamespace
      and not has_function_privilege('authenticated', f.oid, 'execute')`;
    expect(await names(hidden)).toEqual([]);
  });

  it("cannot be called by members when it writes the feed, the history or a membership", async () => {
    const inner = `select f.proname from (${OUR_FUNCTIONS}) f
      where f.pronamespace = 'private'::regnamespace and f.prosecdef and f.provolatile = 'v'
        and f.prorettype <> 'trigger'::regtype and has_function_privilege('authenticated', f.oid, 'execute')
      order by 1`;
    expect(await names(inner)).toEqual([
      "accept_invitation",
      "ask_for_erasure",
      "ask_for_my_page",
      "ask_parties",
      "become_customer",
      "begin_mutation",
      "choose_my_list",
      "confirm_contact_message",
      "confirm_subscription",
      "contact_challenge",
      "correct_my_data",
      "create_workspace",
      "decide_customer_change",
      "enter_my_page",
      "import_subscriptions",
      "leave_my_page",
      "lock_import",
      "lock_lead",
      "my_data",
      "my_page",
      "place_in_stage",
      "places_in_stage",
      "queue_answer_mail",
      "rank_import",
      "retire_stage",
      "send_campaign",
      "send_contact_message",
      "stop_campaign",
      "subscribe_parties",
      "take_bounce",
      "take_turns",
      "test_campaign",
      "unsubscribe",
      "unsubscribe_party",
      "verify_my_email",
      "withdraw_erasure",
      "withdraw_my_change",
      "write_my_message",
    ]);
  });
});

it("does not show the private schema by the API", async () => {
  const { url, publishableKey } = testStack();
  const answer = await fetch(`${url}/rest/v1/rpc/read_contact_page`, {
    method: "POST",
    headers: {
      apikey: publishableKey,
      "content-type": "application/json",
      "content-profile": "private",
    },
    body: JSON.stringify({ p_slug: "fadenlauf" }),
  });
  expect(answer.status).toBe(406);
});
