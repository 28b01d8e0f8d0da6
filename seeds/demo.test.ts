import type { QueryResultRow } from "pg";
import { beforeAll, expect, test } from "vitest";
import { testStack } from "@/supabase/tests/stack";
import { inTransaction } from "./database";
import { type Demo, seedDemo } from "./demo";
import { signIn } from "./test-client";

let demo: Demo;

beforeAll(async () => {
  demo = await seedDemo(testStack().databaseUrl);
});

test("seeding twice makes one workspace", async () => {
  const before = await query("select count(*) from public.opportunities where workspace_id = $1");
  expect(await seedDemo(testStack().databaseUrl)).toEqual(demo);
  const after = await query("select count(*) from public.opportunities where workspace_id = $1");
  expect(after).toEqual(before);
});

test("everybody on the list signs in and finds the workspace", async () => {
  for (const login of demo.logins) {
    const client = await signIn(testStack(), login);
    const { data, error } = await client.rpc("my_session");
    expect(error).toBeNull();
    expect(data).toMatchObject({
      email: login.email,
      memberships: [{ slug: demo.workspaceSlug, memberName: login.name }],
    });
  }
});

test("people and companies play several roles at once", async () => {
  const rows = await query(
    `select p.name, array_agg(r.role_code order by r.role_code) as roles
    from public.parties p join public.party_roles r on r.party_id = p.id
    where p.workspace_id = $1
      and p.name in ('Max Mustermann', 'Maxinchen Musterfrau', 'Mustermann GmbH', 'Fadenlauf Textil GmbH')
    group by p.name order by p.name`,
  );
  expect(rows).toEqual([
    { name: "Fadenlauf Textil GmbH", roles: ["INTERNAL_ORGANIZATIO"] },
    { name: "Max Mustermann", roles: ["CUSTOMER", "EMPLOYEE"] },
    { name: "Maxinchen Musterfrau", roles: ["CONTACT", "CUSTOMER"] },
    { name: "Mustermann GmbH", roles: ["CUSTOMER", "SUPPLIER"] },
  ]);
});

test("who does not pay is a customer still, on the blacklist, and every card says so", async () => {
  const rows = await query(
    `select p.is_blacklisted, count(o.id)::int > 0 as has_cards, bool_and(o.customer_blacklisted) as told,
      bool_or(r.role_code = 'CUSTOMER') as is_customer
    from public.parties p
    join public.opportunities o on o.customer_id = p.id
    join public.party_roles r on r.party_id = p.id
    where p.workspace_id = $1 and p.name = 'Nordlicht Events GmbH' group by 1`,
  );
  expect(rows).toEqual([{ is_blacklisted: true, has_cards: true, told: true, is_customer: true }]);
});

test("leads wait to be taken, and their parties are leads while they are open", async () => {
  const rows = await query(
    `select l.queue, count(*)::int as leads, bool_and((l.queue <> 'closed') = exists (
      select from public.party_roles r where r.party_id = l.party_id and r.role_code = 'LEAD'
    )) as known from public.leads l where l.workspace_id = $1 group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { queue: "assigned", leads: 6, known: true },
    { queue: "closed", leads: 2, known: true },
    { queue: "unassigned", leads: 6, known: true },
  ]);
});

test("what is to do is late, due today, planned and done, and as visible as its opportunity", async () => {
  const rows = await query(
    `select count(*) filter (where not t.is_done and t.due_on < current_date)::int > 0 as late,
      count(*) filter (where not t.is_done and t.due_on > current_date)::int > 0 as planned,
      count(*) filter (where t.is_done)::int > 0 as done,
      bool_and(t.topic = coalesce(o.topic, 'workspace:' || t.workspace_id)) as told_alike
    from public.tasks t left join public.opportunities o on o.id = t.opportunity_id
    where t.workspace_id = $1`,
  );
  expect(rows).toEqual([{ late: true, planned: true, done: true, told_alike: true }]);
});

test("customers and their contacts can be written to and called", async () => {
  const rows = await query(
    `select p.name, c.kind, c.value from public.contact_points c join public.parties p on p.id = c.party_id
    where p.workspace_id = $1 and p.name in ('Weingut Schloß Weißenfels', 'Théo von Bülow')
    order by p.name, c.kind`,
  );
  expect(rows).toEqual([
    {
      name: "Théo von Bülow",
      kind: "email",
      value: "theo.von.buelow@weingut-schloss-weissenfels.example",
    },
    { name: "Théo von Bülow", kind: "phone", value: expect.stringMatching(/^\+4917139200\d\d$/) },
    {
      name: "Weingut Schloß Weißenfels",
      kind: "email",
      value: "info@weingut-schloss-weissenfels.example",
    },
    {
      name: "Weingut Schloß Weißenfels",
      kind: "phone",
      value: expect.stringMatching(/^\+493023125\d{3}$/),
    },
    {
      name: "Weingut Schloß Weißenfels",
      kind: "web",
      value: "https://weingut-schloss-weissenfels.example/",
    },
  ]);
});

test("the board has something of everything, and nothing happens in the future", async () => {
  const [variety] = await query(
    `select count(*) >= 60 as many, count(distinct o.stage_id) = 6 as every_stage,
      count(distinct o.currency) >= 3 as currencies, bool_or(o.is_private) as private,
      bool_or(o.topic like 'workspace:%') as open_to_all,
      bool_or(o.next_step_on < current_date) as overdue,
      bool_or(o.next_step_on > current_date) as later, bool_or(o.next_step is null) as without,
      bool_or(s.rot_days is not null
        and o.stage_entered_at < now() - s.rot_days * interval '1 day') as rotten,
      bool_and(o.created_at <= o.stage_entered_at and o.stage_entered_at <= now()
        and coalesce(o.last_activity_at, now()) <= now()) as past
    from public.opportunities o join public.stages s on s.id = o.stage_id
    where o.workspace_id = $1`,
  );
  expect(Object.entries(variety ?? {}).filter(([, holds]) => holds !== true)).toEqual([]);
});

async function query(sql: string): Promise<QueryResultRow[]> {
  return await inTransaction(testStack().databaseUrl, async (database) => {
    const { rows } = await database.query<QueryResultRow>(
      sql.replace("$1", "(select id from public.workspaces where slug = $1)"),
      [demo.workspaceSlug],
    );
    return rows;
  });
}

test("a campaign was sent to confirmed readers alone, and something came of it", async () => {
  const rows = await query(
    `select c.name, c.status, s.reached > 10 as has_readers, s.blacklisted, (
        select count(*)::int from public.mails m join public.parties p on p.id = m.party_id
        where m.campaign_id = c.id and p.is_blacklisted) as wrong,
      exists (select 1 from public.leads l where l.campaign_id = c.id) as has_leads
    from public.campaigns c left join public.campaign_sendings s on s.campaign_id = c.id
    where c.workspace_id = $1 order by c.starts_on`,
  );
  expect(rows).toEqual([
    {
      name: "Sommerkollektion",
      status: "completed",
      has_readers: true,
      blacklisted: 1,
      wrong: 0,
      has_leads: true,
    },
    {
      name: "Herbststoffe",
      status: "planned",
      has_readers: null,
      blacklisted: null,
      wrong: 0,
      has_leads: false,
    },
  ]);
});
