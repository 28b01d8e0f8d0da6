import { beforeEach, expect, it } from "vitest";
import { one, openDatabase, value } from "./database";
import {
  addLead,
  convertLead,
  logLeadCall,
  readLead,
  rolesOf,
  setLeadStatus,
  takeLead,
} from "./leads";
import { makeWorld, type World } from "./world";

const pool = openDatabase(12);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

const rounds = Array.from({ length: 20 }, (_, n) => n);

it("four who take a lead: one has it, the others hear who", async () => {
  const takers = [world.owner, world.colleague, world.otherRep, world.manager];
  const names = ["Otto Muster", "Conny Muster", "Rolf Muster", "Mara Muster"];
  for (const _ of rounds) {
    const { id } = await addLead(pool, world, world.admin);
    const tries = await Promise.allSettled(takers.map((taker) => takeLead(pool, taker, id)));
    const winner = tries.findIndex(({ status }) => status === "fulfilled");
    expect(await readLead(pool, id)).toMatchObject({
      owner_id: takers[winner]?.memberId,
      version: "2",
    });
    const losers = tries.filter((attempt) => attempt.status === "rejected");
    expect(losers).toHaveLength(3);
    for (const { reason } of losers) {
      expect(reason).toMatchObject({ message: "lead_taken", detail: names[winner] });
    }
  }
});

it("four who convert a lead, one of them while a colleague writes: nothing is doubled or lost", async () => {
  const converters = [world.owner, world.colleague, world.manager, world.admin];
  for (const n of rounds) {
    const lead = await addLead(pool, world, world.owner, { p_company_name: `Wettlauf ${n}` });
    await logLeadCall(pool, world.colleague, lead.id);
    const [cards] = await Promise.all([
      Promise.all(converters.map((converter) => convertLead(pool, world, converter, lead.id))),
      logLeadCall(pool, world.marketing, lead.id),
      takeLead(pool, world.owner, lead.id).catch(() => null),
    ]);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(1);
    const opportunityId = cards[0]?.id;
    const made = `select (select count(*) from public.opportunities where customer_id = $1)::int as opportunities,
        (select count(*) from public.party_relationships where to_party_id = $2)::int as relations,
        (select count(*) from public.communications where opportunity_id = $3)::int as communications,
        (select array_agg(role_code order by role_code) from public.party_roles
          where party_id in ($1, $2) and valid @> current_date) as roles`;
    expect(await one(pool, made, [lead.organization?.id, lead.party.id, opportunityId])).toEqual({
      opportunities: 1,
      relations: 1,
      communications: 2,
      roles: ["CONTACT", "CUSTOMER"],
    });
  }
});

it("some convert and others disqualify: the lead ends one way, never both", async () => {
  for (const _ of rounds) {
    const lead = await addLead(pool, world, world.owner);
    await Promise.allSettled([
      convertLead(pool, world, world.owner, lead.id),
      setLeadStatus(pool, world.colleague, lead.id, "disqualified", "Kein Bedarf"),
      convertLead(pool, world, world.manager, lead.id),
      setLeadStatus(pool, world.admin, lead.id, "disqualified", "Kein Budget"),
    ]);
    const { status, opportunity_id } = await readLead(pool, lead.id);
    const made = "select count(*)::int from public.opportunities where customer_id = $1";
    const isConverted = status === "converted";
    expect(await value(pool, made, [lead.party.id])).toBe(isConverted ? 1 : 0);
    expect(opportunity_id !== null).toBe(isConverted);
    expect(await rolesOf(pool, lead.party.id)).toEqual(isConverted ? ["CUSTOMER"] : []);
  }
});

it("many who add the same newcomer make one party", async () => {
  for (const n of rounds.slice(0, 8)) {
    const leads = await Promise.all(
      [world.owner, world.colleague, world.manager, world.admin].map((actor) =>
        addLead(pool, world, actor, {
          p_name: `Neu ${n}`,
          p_company_name: `Neue ${n} GmbH`,
          p_contact_kind: "email",
          p_contact_value: `neu${n}@probe.test`,
        }),
      ),
    );
    expect(new Set(leads.map(({ party }) => party.id)).size).toBe(1);
    const points = "select array_agg(value) from public.contact_points where party_id = $1";
    expect(await value(pool, points, [leads[0]?.party.id])).toEqual([`neu${n}@probe.test`]);
  }
});
