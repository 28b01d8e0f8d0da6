import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { as, call } from "./actors";
import { addCustomer, addPoint, type Customer, openMyPages, signInCustomer } from "./customers";
import { openDatabase, type Row, value } from "./database";
import { createOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;
let customer: Customer;
let colleague: Customer;
let companyId: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  await openMyPages(pool, world);
  const company = await addCustomer(pool, world, { name: "Werk AG", kind: "organization" });
  companyId = company.partyId;
  await addPoint(pool, world, companyId, { kind: "phone", value: "+4930111111" });
  await createOpportunity(pool, world, world.owner, { p_customer_id: companyId });
  const theirs = await signInCustomer(pool, world, company);
  await theirs.call("write_my_message", { p_id: randomUUID(), p_body: "Vom Werk" });
  customer = await signInCustomer(pool, world, await addCustomer(pool, world));
  colleague = await signInCustomer(pool, world, await addCustomer(pool, world, { name: "Eva Ei" }));
});

async function relate(type: string, from: string, to: string): Promise<string> {
  const id = randomUUID();
  await call(pool, world.owner, "relate_parties", {
    p_id: id,
    p_workspace_id: world.workspaceId,
    p_type_code: type,
    p_from_party_id: from,
    p_to_party_id: to,
    p_title: null,
    p_valid: "[2026-01-01,)",
  });
  return id;
}
const share = (id: string, isShared = true) =>
  as(pool, world.owner, (database) =>
    database.query("update public.party_relationships set shares_page = $2 where id = $1", [
      id,
      isShared,
    ]),
  );
const organizations = async (who = customer) =>
  ((await who.call("my_page")) as { organizations: Row[] }).organizations;

describe("what a customer sees of the company they work for", () => {
  it.each(["CONTACT_REL", "EMPLOYMENT"])("is what a member allowed, as %s", async (type) => {
    const id = await relate(type, companyId, customer.partyId);
    expect(await organizations()).toEqual([]);
    await share(id);
    expect(await organizations()).toMatchObject([
      {
        name: "Werk AG",
        contactPoints: [{ kind: "email" }, { kind: "phone", value: "+4930111111" }],
        responsible: ["Otto Muster"],
        conversations: [{ messages: [{ body: "Vom Werk" }] }],
      },
    ]);
    await share(id, false);
    expect(await organizations()).toEqual([]);
  });

  it("is for them alone, not for a colleague", async () => {
    await share(await relate("CONTACT_REL", companyId, customer.partyId));
    await relate("CONTACT_REL", companyId, colleague.partyId);
    expect(await organizations(colleague)).toEqual([]);
  });

  it("ends with the relationship", async () => {
    const id = await relate("EMPLOYMENT", companyId, customer.partyId);
    await share(id);
    await pool.query(
      "update public.party_relationships set valid = daterange('2026-01-01', current_date) where id = $1",
      [id],
    );
    expect(await organizations()).toEqual([]);
  });

  it("is nothing by another relationship, or the other way round", async () => {
    await share(await relate("CUSTOMER_REL", companyId, customer.partyId));
    await share(await relate("CONTACT_REL", customer.partyId, companyId));
    await share(await relate("EMPLOYMENT", colleague.partyId, customer.partyId));
    expect(await organizations()).toEqual([]);
  });

  it("is nothing to write in or to correct", async () => {
    await share(await relate("CONTACT_REL", companyId, customer.partyId));
    const told = await value(
      pool,
      "select id from public.communications where party_id = $1 and is_shared",
      [companyId],
    );
    const words = { p_id: randomUUID(), p_body: "Ich auch", p_about: told };
    await expect(customer.call("write_my_message", words)).rejects.toThrow("not_found");
    const phone = await value(
      pool,
      "select id from public.contact_points where party_id = $1 and kind = 'phone'",
      [companyId],
    );
    const number = customer.call("correct_my_data", {
      p_id: randomUUID(),
      p_field: "phone",
      p_op: "change",
      p_contact_point_id: phone,
      p_version: 1,
      p_value: { value: "+4930999999" },
    });
    await expect(number).rejects.toThrow("not_found");
  });
});

describe("all that is held about a customer", () => {
  it("names every kind of it, and is no thought about what they are worth", async () => {
    const card = await createOpportunity(pool, world, world.owner, {
      p_customer_id: customer.partyId,
      p_amount: "98765.43",
    });
    await customer.call("write_my_message", { p_id: randomUUID(), p_body: "Von Rosa" });
    await customer.call("ask_for_erasure");
    const data = (await customer.call("my_data")) as Row;
    expect(data).toMatchObject({
      heldBy: "Mustermann GmbH",
      party: { name: "Rosa Grünfeld" },
      contactPoints: [{ kind: "email", value: customer.email }],
      opportunities: [{ name: card.name, as: "customer" }],
      communications: [{ body: "Von Rosa", direction: "incoming" }],
      erasureRequests: [{ status: "open" }],
      mails: [{ template: "sign_in" }, { template: "erasure_requested" }],
    });
    expect(JSON.stringify(data)).not.toContain("98765");
  });

  it("is of nobody else", async () => {
    await share(await relate("CONTACT_REL", companyId, customer.partyId));
    await colleague.call("write_my_message", { p_id: randomUUID(), p_body: "Von Eva" });
    const data = JSON.stringify(await customer.call("my_data"));
    // With whom they are related is theirs as well, but no more of these than the name.
    expect(data).toContain("Werk AG");
    expect(data).not.toMatch(/Vom Werk|Von Eva|\+4930111111/);
    expect(data).not.toContain(colleague.email);
    expect(JSON.stringify(await customer.call("my_page"))).not.toMatch(/Eva|Von Eva/);
  });
});
