import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { testStack } from "@/supabase/tests/stack";
import { cases, type Fixture } from "./bad-input-cases";
import {
  browserCookies,
  connectToTestStack,
  newOpportunity,
  newWorkspace,
  type TestWorkspace,
} from "./testing";
import { procedures, type Reply, send } from "./testing-http";

/*
 * Nothing that anybody may send breaks the server, tells more than a closed code, or writes.
 * The procedures are those of the router itself: a new one without a case fails here.
 */

connectToTestStack();
let fixture: Fixture;
let stranger: TestWorkspace;
let database: pg.Client;

beforeAll(async () => {
  database = new pg.Client({ connectionString: testStack().databaseUrl });
  await database.connect();
  const workspace = await newWorkspace();
  stranger = await newWorkspace();
  const { caller } = workspace.admin;
  const opportunity = newOpportunity(workspace);
  await caller.opportunity.create(opportunity);
  const { id: communicationId } = await caller.communication.log({
    id: randomUUID(),
    opportunityId: opportunity.id,
    mutationId: randomUUID(),
    typeCode: "COMMENT_NOTE",
    body: "Notiz",
  });
  const { invitation } = await caller.invitation.create({
    email: `gast.${randomUUID()}@spur.test`,
    accessRole: "rep",
    teamId: null,
  });
  const { id: importId } = await caller.import.begin({
    id: randomUUID(),
    fileName: "chancen.csv",
    teamId: null,
  });
  const { id: savedViewId } = await caller.savedView.create({
    id: randomUUID(),
    ownerId: workspace.adminId,
    name: "Meine",
    isShared: true,
    parameters: "owner=me",
  });
  const invitationId = invitation.id;
  const { id: partyId } = await caller.party.create({ kind: "person", name: "Max Mustermann" });
  const { id: contactPointId } = await caller.contactPoint.add({
    id: randomUUID(),
    mutationId: randomUUID(),
    partyId,
    text: "max@spur.test",
    timeZone: "Europe/Berlin",
  });
  const valid = { from: "2026-01-01", until: null };
  const { id: partyRoleId } = await caller.partyRole.add({
    id: randomUUID(),
    partyId,
    code: "PARTNER",
    valid,
  });
  const { id: otherPartyId } = await caller.party.create({ kind: "person", name: "Eva Muster" });
  const { id: relationshipId } = await caller.partyRelationship.add({
    id: randomUUID(),
    typeCode: "FRIEND",
    fromId: partyId,
    toId: otherPartyId,
    title: null,
    valid,
  });
  const { id: classificationId } = await caller.classification.add({
    id: randomUUID(),
    partyId,
    code: "VALUE_A",
    reason: null,
  });
  const { id: externalIdId } = await caller.externalId.add({
    id: randomUUID(),
    partyId,
    system: "Buchhaltung",
    value: "4711",
  });
  const lead = await caller.lead.add({
    id: randomUUID(),
    mutationId: randomUUID(),
    name: "Petra Probe",
    kind: "person",
    timeZone: "Europe/Berlin",
  });
  const { id: taskId } = await caller.task.add({
    id: randomUUID(),
    mutationId: randomUUID(),
    title: "Zurückrufen",
    assigneeId: workspace.adminId,
    partyId,
  });
  const { id: contactListId } = await caller.contactList.create({
    id: randomUUID(),
    mutationId: randomUUID(),
    kind: "newsletter",
    names: { de: "Neuigkeiten" },
    descriptions: null,
    isOffered: true,
  });
  const listed = { listId: contactListId, partyIds: [partyId], mutationId: randomUUID() };
  await caller.subscription.add(listed);
  const { id: campaignId } = await caller.campaign.create({
    id: randomUUID(),
    mutationId: randomUUID(),
    name: "Herbststoffe",
    description: null,
    startsOn: null,
    endsOn: null,
    budget: null,
    currency: "EUR",
  });
  const asked = await database.query<{ change: string; erasure: string }>(
    `with change as (
       insert into public.customer_changes (id, workspace_id, party_id, field, op, after, status)
       values (gen_random_uuid(), $1, $2, 'language', 'change', '{"language": "en"}', 'waiting') returning id
     ), erasure as (
       insert into public.erasure_requests (workspace_id, party_id, due_on) values ($1, $2, '2026-12-31') returning id
     ) select change.id as change, erasure.id as erasure from change, erasure`,
    [workspace.id, partyId],
  );
  const { items: subscriptions } = await caller.subscription.list({ listId: contactListId });
  fixture = {
    ...workspace,
    leadId: lead.lead?.id ?? "",
    opportunityId: opportunity.id,
    communicationId,
    invitationId,
    importId,
    savedViewId,
    partyId,
    contactPointId,
    otherPartyId,
    partyRoleId,
    relationshipId,
    classificationId,
    externalIdId,
    taskId,
    contactListId,
    campaignId,
    subscriptionId: subscriptions[0]?.id ?? "",
    customerChangeId: asked.rows[0]?.change ?? "",
    erasureRequestId: asked.rows[0]?.erasure ?? "",
  };
});
afterAll(() => database.end());

it("has a case for every procedure", () => {
  expect(Object.keys(cases).sort()).toEqual(procedures.map(({ path }) => path).sort());
});

describe.each(procedures)("$path", ({ path, input: schema }) => {
  const valid = () => cases[path]?.input?.(fixture);
  const { signedOut = "not_signed_in", intruder, smuggled, unknown } = cases[path] ?? {};

  it("refuses whoever is not signed in", async () => {
    const reply = await unwritten(() => send(browserCookies(), fixture.id, path, valid()));
    expect(reply.code, reply.body).toBe(signedOut);
  });

  if (schema)
    it("refuses what is no such input", async () => {
      const input = z.custom<z.ZodType>().parse(schema);
      expect(input.safeParse(valid()).error).toBeUndefined();
      const bad = malformed(valid() ?? {}).filter((value) => !input.safeParse(value).success);
      expect(bad.length).toBeGreaterThan(10);
      const replies = await unwritten(() =>
        Promise.all(bad.map((value) => send(fixture.admin.cookies, fixture.id, path, value))),
      );
      const accepted = bad.filter((_, index) => replies[index]?.code !== "invalid_input");
      expect(accepted).toEqual([]);
    });

  if (intruder)
    it("refuses a stranger who names this workspace", async () => {
      const { cookies } = stranger.admin;
      const reply = await unwritten(() => send(cookies, fixture.id, path, valid()));
      expect(reply.code, reply.body).toBe(intruder);
    });

  if (smuggled)
    it("refuses a stranger who smuggles ids into their own workspace", async () => {
      const { cookies } = stranger.admin;
      const reply = await unwritten(() => send(cookies, stranger.id, path, valid()));
      expect(reply.code, reply.body).toBe(smuggled);
    });

  if (unknown)
    it("refuses ids that do not exist", async () => {
      const { cookies } = fixture.admin;
      const reply = await unwritten(() => send(cookies, fixture.id, path, withOtherIds(valid())));
      expect(reply.code, reply.body).toBe(unknown);
    });
});

/** Sends something that must change nothing in either workspace and tell nothing of the inside. */
async function unwritten<T extends Reply | Reply[]>(work: () => Promise<T>): Promise<T> {
  const before = await snapshot();
  const reply = await work();
  expect(await snapshot()).toEqual(before);
  for (const { status, body } of [reply].flat()) {
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(/stack|node_modules|constraint|policy|violates|\brelation\b/i);
  }
  return reply;
}

/** A digest of every row of both workspaces, the change log and its numbers among them. */
async function snapshot(): Promise<unknown> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'workspace_id' and table_type = 'BASE TABLE'
     order by 1`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const digests = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as rows
       from ${name} t where t.workspace_id = any ($1)`,
  );
  const workspaces = `select 'workspaces', md5(string_agg(t::text, '|' order by t::text))
    from public.workspaces t where t.id = any ($1)`;
  const all = [...digests, workspaces].join(" union all ");
  return (await database.query(all, [[fixture.id, stranger.id]])).rows;
}

const junk: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  "",
  " ",
  "\u0000",
  "\ud800",
  "x",
  "'; drop table opportunities; --",
  "00000000-0000-0000-0000-00000000000g",
  "2026-02-30",
  "1e5",
  "-1",
  "NaN",
  "x".repeat(30_000),
  [],
  {},
  Array(2_000).fill("x"),
  { $ne: null },
  deep(100),
];

/** Junk in place of the input, and in place of each of its fields, at every depth. */
function malformed(input: Record<string, unknown>): unknown[] {
  const fields = Object.entries(input).flatMap(([key, value]) => {
    const inner = malformedInside(value);
    const { [key]: _, ...without } = input;
    return [without, ...[...junk, ...inner].map((bad) => ({ ...input, [key]: bad }))];
  });
  return [...junk, { ...input, isAdmin: true }, { ...input, "": 1 }, ...fields];
}

function malformedInside(value: unknown): unknown[] {
  if (Array.isArray(value)) return malformedInside(value[0]).map((bad) => [bad]);
  return isRecord(value) ? malformed(value) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function deep(levels: number): unknown {
  return levels === 0 ? "x" : { x: deep(levels - 1) };
}

/** Every uuid exchanged, but those of the mutation, whose place is not in a row. */
function withOtherIds(input: unknown): unknown {
  const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
  return JSON.parse(JSON.stringify(input).replace(uuid, () => randomUUID()));
}
