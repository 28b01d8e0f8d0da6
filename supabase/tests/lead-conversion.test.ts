import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { call } from "./actors";
import { failure, one, openDatabase, value } from "./database";
import { addLead, convertLead, logLeadCall, readLead, rolesOf, setLeadStatus } from "./leads";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

const opportunity = (id: unknown) =>
  one(pool, "select * from public.opportunities where id = $1", [id]);
const pointsOf = async (partyId: unknown) =>
  await value(
    pool,
    "select array_agg(value order by value) from public.contact_points where party_id = $1",
    [partyId],
  );

describe("converting a lead", () => {
  it("makes customer, contact, relationship and opportunity, and hands on what was said", async () => {
    const lead = await addLead(pool, world, world.owner, {
      p_company_name: "Probe & Söhne",
      p_source: "WEB_SITE",
      p_team_id: world.teams.east,
      p_owner_id: world.colleague.memberId,
    });
    // Said by somebody else than the one who converts, who could not change it.
    const callId = await logLeadCall(pool, world.marketing, lead.id);
    const card = await convertLead(pool, world, world.owner, lead.id, { p_amount: 1200 });
    expect(await opportunity(card.id)).toMatchObject({
      customer_id: lead.organization?.id,
      contact_id: lead.party.id,
      owner_id: world.colleague.memberId,
      team_id: world.teams.east,
      source: "WEB_SITE",
      amount: "1200.0000",
      created_by: world.owner.memberId,
      last_activity_at: expect.any(Date),
    });
    expect(await rolesOf(pool, lead.party.id)).toEqual(["CONTACT"]);
    expect(await rolesOf(pool, lead.organization?.id ?? "")).toEqual(["CUSTOMER"]);
    expect(
      await one(pool, "select * from public.communications where id = $1", [callId]),
    ).toMatchObject({
      lead_id: null,
      opportunity_id: card.id,
      party_id: lead.party.id,
      author_id: world.marketing.memberId,
    });
    expect(await readLead(pool, lead.id)).toMatchObject({
      status: "converted",
      queue: "closed",
      opportunity_id: card.id,
      converted_at: expect.any(Date),
    });
  });

  it("of a company alone makes it the customer", async () => {
    const lead = await addLead(pool, world, world.owner, {
      p_name: "Nur Firma KG",
      p_kind: "organization",
    });
    const card = await convertLead(pool, world, world.owner, lead.id);
    expect(await opportunity(card.id)).toMatchObject({
      customer_id: lead.party.id,
      contact_id: null,
    });
    expect(await rolesOf(pool, lead.party.id)).toEqual(["CUSTOMER"]);
  });

  it("of a person alone makes them the customer, and the one who converts the owner", async () => {
    const lead = await addLead(pool, world, world.owner);
    const card = await convertLead(pool, world, world.colleague, lead.id);
    expect(await opportunity(card.id)).toMatchObject({
      customer_id: lead.party.id,
      contact_id: null,
      owner_id: world.colleague.memberId,
    });
    expect(await readLead(pool, lead.id)).toMatchObject({ owner_id: world.colleague.memberId });
  });

  it("attaches to parties that are known, and gives them the addresses they lack", async () => {
    const lead = await addLead(pool, world, world.owner, {
      p_name: "Max Muster",
      p_company_name: "Kunde",
      p_contact_kind: "phone",
      p_contact_value: "+4930123456",
    });
    const known = await addLead(pool, world, world.owner, {
      p_name: "Maximilian Muster",
      p_contact_kind: "email",
      p_contact_value: "max@kunde.test",
    });
    const callId = await logLeadCall(pool, world.owner, lead.id);
    const card = await convertLead(pool, world, world.owner, lead.id, {
      p_customer_id: world.customerId,
      p_contact_id: known.party.id,
    });
    expect(await opportunity(card.id)).toMatchObject({
      customer_id: world.customerId,
      contact_id: known.party.id,
    });
    expect(await pointsOf(known.party.id)).toEqual(["+4930123456", "max@kunde.test"]);
    expect(await readLead(pool, lead.id)).toMatchObject({
      party_id: known.party.id,
      organization_id: world.customerId,
    });
    expect(await rolesOf(pool, lead.party.id)).toEqual([]);
    // They still have an interest of their own that is open.
    expect(await rolesOf(pool, known.party.id)).toEqual(["CONTACT", "LEAD"]);
    const party = "select party_id from public.communications where id = $1";
    expect(await value(pool, party, [callId])).toBe(known.party.id);
  });

  it("may name the company that was not known before", async () => {
    const lead = await addLead(pool, world, world.owner);
    const card = await convertLead(pool, world, world.owner, lead.id, {
      p_customer_name: "Endlich AG",
    });
    expect(card).toMatchObject({ customerName: "Endlich AG", contactId: lead.party.id });
  });

  it("twice, by whomever, answers the same opportunity and changes nothing", async () => {
    const lead = await addLead(pool, world, world.owner);
    const card = await convertLead(pool, world, world.owner, lead.id);
    const before = await readLead(pool, lead.id);
    expect(await convertLead(pool, world, world.colleague, lead.id)).toEqual(card);
    expect(await convertLead(pool, world, world.owner, lead.id)).toEqual(card);
    expect(await readLead(pool, lead.id)).toEqual(before);
    const made = "select count(*)::int from public.opportunities where workspace_id = $1";
    expect(await value(pool, made, [world.workspaceId])).toBe(1);
  });

  it("that was disqualified is refused, and so are parties of others", async () => {
    const lead = await addLead(pool, world, world.owner);
    const foreign = await makeWorld(pool);
    const attached = convertLead(pool, world, world.owner, lead.id, {
      p_customer_id: foreign.customerId,
    });
    expect(await failure(attached)).toMatchObject({ message: "reference_not_found" });
    const company = convertLead(pool, world, world.owner, lead.id, {
      p_contact_id: world.customerId,
    });
    expect(await failure(company)).toMatchObject({ message: "reference_not_found" });
    await setLeadStatus(pool, world.owner, lead.id, "disqualified", "Kein Bedarf");
    expect(await failure(convertLead(pool, world, world.owner, lead.id))).toMatchObject({
      message: "lead_closed",
    });
  });

  it("leaves the lead as it is when the opportunity is deleted later", async () => {
    const lead = await addLead(pool, world, world.owner);
    const card = await convertLead(pool, world, world.owner, lead.id);
    const { version } = await readLead(pool, lead.id);
    await call(pool, world.owner, "delete_opportunity", {
      p_id: card.id,
      p_mutation_id: randomUUID(),
    });
    expect(await readLead(pool, lead.id)).toMatchObject({
      status: "converted",
      opportunity_id: null,
      version,
    });
  });
});
