import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, call } from "./actors";
import { addList, beginNewestMail, proof, sendMessage, somewhere } from "./contact-page";
import { addCustomer, type Customer, newEmail, openMyPages, signInCustomer } from "./customers";
import { one, openDatabase, type Row, value } from "./database";
import { convertLead, setLeadStatus } from "./leads";
import { createOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
let world: World;
let slug: string;
let listId: string;
let customer: Customer;

beforeEach(async () => {
  world = await makeWorld(pool);
  ({ slug, listId } = await openMyPages(pool, world));
  customer = await signInCustomer(pool, world, await addCustomer(pool, world));
});

async function write(given: Row = {}, who = customer): Promise<string> {
  const id = randomUUID();
  const args = { p_id: id, p_body: "Wann kommen die Schürzen?", ...given };
  expect(await who.call("write_my_message", args)).toBe("received");
  return id;
}
const about = (id: string) =>
  one(
    pool,
    "select opportunity_id, lead_id, party_id, is_shared, direction from public.communications where id = $1",
    [id],
  );
const leads = async () =>
  (
    await pool.query<{ id: string; status: string }>(
      "select id, status from public.leads where party_id = $1 order by created_at",
      [customer.partyId],
    )
  ).rows;
const talks = async (who = customer) =>
  ((await who.call("my_page")) as { conversations: { messages: Row[] }[] }).conversations;

describe("a message of a customer", () => {
  it("begins a lead where none is open, and stands on their page", async () => {
    const id = await write();
    const [lead, ...more] = await leads();
    expect(more).toEqual([]);
    expect(await about(id)).toEqual({
      opportunity_id: null,
      lead_id: lead?.id,
      party_id: customer.partyId,
      is_shared: true,
      direction: "incoming",
    });
    expect(await talks()).toMatchObject([{ messages: [{ id, author: null }] }]);
  });

  it("belongs to the sale that is open", async () => {
    const card = await createOpportunity(pool, world, world.owner, {
      p_customer_id: customer.partyId,
    });
    expect(await about(await write())).toMatchObject({ opportunity_id: card.id, lead_id: null });
  });

  it("follows its talk to what the lead became", async () => {
    const first = await write();
    const [lead] = await leads();
    const card = await convertLead(pool, world, world.owner, String(lead?.id));
    const second = await write({ p_about: first });
    expect(await about(second)).toMatchObject({ opportunity_id: card.id, lead_id: null });
    expect(await talks()).toMatchObject([{ messages: [{ id: first }, { id: second }] }]);
  });

  it("begins anew when its lead was disqualified", async () => {
    const first = await write();
    const [lead] = await leads();
    await setLeadStatus(pool, world.owner, String(lead?.id), "disqualified", "Kein Bedarf");
    const second = await write({ p_about: first });
    expect((await leads()).map(({ status }) => status)).toEqual(["disqualified", "new"]);
    expect((await about(second)).lead_id).not.toBe(lead?.id);
  });

  it("is one however often and fast it is sent, and tells nobody else of its id", async () => {
    const args = { p_id: randomUUID(), p_body: "Hallo" };
    const ends = await Promise.all([1, 2, 3, 4].map(() => customer.call("write_my_message", args)));
    expect(new Set(ends)).toEqual(new Set(["received"]));
    const other = await signInCustomer(pool, world, await addCustomer(pool, world));
    await expect(other.call("write_my_message", args)).rejects.toThrow("conflict");
    const changed = customer.call("write_my_message", { ...args, p_body: "Anders" });
    await expect(changed).rejects.toThrow("conflict");
  });

  it("makes one lead with what they send by the contact page in the same instant", async () => {
    for (let round = 0; round < 8; round++) {
      const who = await signInCustomer(pool, world, await addCustomer(pool, world));
      const sent = randomUUID();
      const message = { p_id: sent, p_slug: slug, p_email: who.email };
      await sendMessage(pool, { ...message, ...(await proof(pool, slug)) }, await somewhere(pool));
      await Promise.all([
        pool.query("select private.take_contact_message($1)", [sent]),
        write({}, who),
      ]);
      const made = "select count(*)::integer from public.leads where party_id = $1";
      expect(await value(pool, made, [who.partyId])).toBe(1);
    }
  });

  it("answers in no talk of others, and in none that is not shared", async () => {
    const other = await signInCustomer(pool, world, await addCustomer(pool, world));
    const theirs = await write({}, other);
    const hidden = randomUUID();
    const card = await createOpportunity(pool, world, world.owner, {
      p_customer_id: customer.partyId,
    });
    await call(pool, world.owner, "log_communication", {
      p_id: hidden,
      p_opportunity_id: card.id,
      p_type_code: "COMMENT_NOTE",
      p_mutation_id: randomUUID(),
      p_body: "Zahlt spät",
    });
    for (const p_about of [theirs, hidden, randomUUID()]) {
      const attempt = customer.call("write_my_message", {
        p_id: randomUUID(),
        p_body: "Hallo",
        p_about,
      });
      await expect(attempt).rejects.toThrow("not_found");
    }
    expect(await talks()).toEqual([]);
  });

  it.each(["", "  ", "x".repeat(10_001)])("says something, and not too much", async (p_body) => {
    const attempt = customer.call("write_my_message", { p_id: randomUUID(), p_body });
    await expect(attempt).rejects.toThrow("invalid_input");
  });

  it("is one of thirty an hour, and refused attempts count", async () => {
    for (let i = 0; i < 30; i++) await write();
    const more = () => customer.call("write_my_message", { p_id: randomUUID(), p_body: "Mehr" });
    expect([await more(), await more()]).toEqual(["too_many_requests", "too_many_requests"]);
    const used = `select used from private.rate_limits
      where bucket = 'my_messages' and key = sha256(convert_to($1, 'utf8'))`;
    expect(await value(pool, used, [customer.partyId])).toBe(32);
  });
});

describe("an answer of a member", () => {
  const answer = (to: string, given: Row = {}, actor: Actor = world.owner) =>
    call(pool, actor, "answer_customer", {
      p_id: randomUUID(),
      p_communication_id: to,
      p_body: "Am Montag.",
      p_mutation_id: randomUUID(),
      ...given,
    });

  it("stands on the customer's page and goes to them by mail, once", async () => {
    const asked = await write();
    const once = { p_id: randomUUID(), p_mutation_id: randomUUID() };
    await answer(asked, once);
    await answer(asked, once);
    expect(await talks()).toMatchObject([
      { messages: [{ id: asked }, { id: once.p_id, body: "Am Montag.", author: "Otto Muster" }] },
    ]);
    const mails =
      "select count(*)::integer from public.mails where template = 'answered' and recipient = $1";
    expect(await value(pool, mails, [customer.email])).toBe(1);
    expect(await beginNewestMail(pool, "answered", customer.email)).toMatchObject({
      body: "Am Montag.",
      author: "Otto Muster",
    });
  });

  it("is for nobody who did not write by the pages", async () => {
    const noted = randomUUID();
    const card = await createOpportunity(pool, world, world.owner);
    await call(pool, world.owner, "log_communication", {
      p_id: noted,
      p_opportunity_id: card.id,
      p_type_code: "PHONE_COMMUNICATION",
      p_mutation_id: randomUUID(),
      p_body: "Ruft zurück",
    });
    await expect(answer(noted)).rejects.toThrow("forbidden");
  });

  it("needs an address that is read, or nothing is written", async () => {
    const asked = await write();
    await pool.query("update public.contact_points set bounced_at = now() where party_id = $1", [
      customer.partyId,
    ]);
    await expect(answer(asked)).rejects.toThrow("without_email");
    expect(await talks()).toMatchObject([{ messages: [{ id: asked }] }]);
  });

  it("is by whoever sees what it is about", async () => {
    await createOpportunity(pool, world, world.owner, {
      p_customer_id: customer.partyId,
      p_is_private: true,
    });
    const asked = await write();
    await answer(asked);
    for (const actor of [world.colleague, world.admin, (await makeWorld(pool)).admin]) {
      await expect(answer(asked, {}, actor)).rejects.toThrow("not_found");
    }
  });
});

describe("a list", () => {
  const choose = (isWanted: boolean, id = listId) =>
    customer.call("choose_my_list", { p_list_id: id, p_is_wanted: isWanted });
  const consents = async () =>
    (
      await pool.query(
        `select n.status, n.origin, n.email, n.wording, n.proof, n.actor_id from public.consents n
         join public.subscriptions s on s.id = n.subscription_id where s.party_id = $1 order by n.id`,
        [customer.partyId],
      )
    ).rows;

  it("is joined and left by the customer, with every consent", async () => {
    expect(await choose(true)).toBe("accepted");
    expect(await choose(true)).toBe("accepted");
    expect(await choose(false)).toBe("unsubscribed");
    const common = {
      origin: "my_page",
      email: customer.email,
      wording: "Stoffbrief",
      proof: `Signed in by a link to ${customer.email}`,
      actor_id: null,
    };
    expect(await consents()).toEqual([
      { status: "accepted", ...common },
      { status: "unsubscribed", ...common },
    ]);
  });

  it("comes to the address that one is signed in by", async () => {
    await choose(true);
    await pool.query("update public.subscriptions set email = $2 where party_id = $1", [
      customer.partyId,
      newEmail(),
    ]);
    await choose(true);
    const email = "select email from public.subscriptions where party_id = $1";
    expect(await value(pool, email, [customer.partyId])).toBe(customer.email);
  });

  it("is nothing that the blacklisted learn of", async () => {
    await call(pool, world.owner, "class_party", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: customer.partyId,
      p_class_code: "BLACKLIST",
      p_reason: "Zahlt nicht",
    });
    expect(await choose(true)).toBe("accepted");
    expect(JSON.stringify(await customer.call("my_page"))).not.toMatch(/blacklist|zahlt/i);
  });

  it("is one that is offered here and goes on", async () => {
    const foreign = await addList(pool, await makeWorld(pool));
    const inner = await addList(pool, world);
    const closed = await addList(pool, world);
    await pool.query("update public.contact_lists set is_offered = false where id = $1", [inner]);
    await pool.query("update public.contact_lists set archived_at = now() where id = $1", [closed]);
    for (const id of [foreign, inner, closed, randomUUID()]) {
      await expect(choose(true, id)).rejects.toThrow("not_found");
    }
    expect(await consents()).toEqual([]);
  });
});
