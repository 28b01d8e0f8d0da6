import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anonymous, call, visit } from "./actors";
import { beginNewestMail, sendMessage, somewhere } from "./contact-page";
import {
  addCustomer,
  type Customer,
  correct,
  newEmail,
  openMyPages,
  signInCustomer,
  signInToken,
} from "./customers";
import { one, openDatabase, value } from "./database";
import { makeVictim, snapshot } from "./victim";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;
let slug: string;
let listId: string;
let customer: Customer;

beforeAll(async () => {
  world = await makeWorld(pool);
  ({ slug, listId } = await openMyPages(pool, world));
});

beforeEach(async () => {
  customer = await signInCustomer(pool, world, await addCustomer(pool, world));
});

const open = (name: string, token: string) => call(pool, anonymous, name, { p_token: token });
const age = (token: string, by: string) =>
  pool.query(
    `update private.link_tokens set expires_at = now() + $2::interval
     where hash = sha256(convert_to($1, 'utf8'))`,
    [token, by],
  );

/** A link of each purpose, from the mail that it is in, by the function that opens it. */
const links: Record<string, () => Promise<string>> = {
  enter_my_page: () => signInToken(pool, slug, customer.email),
  verify_my_email: async () => {
    const email = newEmail();
    await correct(customer, "email", { p_op: "add", p_value: { value: email } });
    return (await beginNewestMail(pool, "verify_email", email)).token;
  },
  confirm_contact_message: async () => {
    const sent = { p_slug: slug, p_email: customer.email };
    await sendMessage(pool, sent, await somewhere(pool));
    return (await beginNewestMail(pool, "confirm_message", customer.email)).token;
  },
  confirm_subscription: async () => {
    await call(pool, world.owner, "subscribe_parties", {
      p_workspace_id: world.workspaceId,
      p_list_id: listId,
      p_party_ids: [customer.partyId],
      p_mutation_id: randomUUID(),
    });
    return (await beginNewestMail(pool, "confirm_subscription", customer.email)).token;
  },
};

const names = Object.keys(links);

/** A new link that `name` opens. */
async function linkOf(name: string): Promise<string> {
  const make = links[name];
  if (!make) throw new Error(`No link is made for ${name}.`);
  return await make();
}

describe.each(names)("%s", (name) => {
  it("opens its link once", async () => {
    const token = await linkOf(name);
    await open(name, token);
    await expect(open(name, token)).rejects.toThrow("link_used");
  });

  it("refuses a link that is altered or too old", async () => {
    const token = await linkOf(name);
    const altered = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
    for (const wrong of [altered, token.slice(1), `${token}A`, "", " "]) {
      await expect(open(name, wrong)).rejects.toThrow("link_invalid");
    }
    await age(token, "-1 second");
    await expect(open(name, token)).rejects.toThrow("link_expired");
  });

  it("refuses links of another purpose, which then still open what they are for", async () => {
    for (const other of names.filter((each) => each !== name)) {
      const token = await linkOf(other);
      await expect(open(name, token)).rejects.toThrow("link_invalid");
      await open(other, token);
    }
  });

  it("takes no session for a link, and no link for a session", async () => {
    const session = String(customer.headers["x-spur-customer"]);
    await expect(open(name, session)).rejects.toThrow("link_invalid");
    const headers = { "x-spur-customer": await linkOf(name) };
    await expect(visit(pool, headers, "my_page", {})).rejects.toThrow("not_signed_in");
  });
});

it("whoever holds a link of their own reaches nobody else by it, in this workspace or another", async () => {
  const victim = await makeVictim(pool, await makeWorld(pool));
  const before = await snapshot(pool, victim, []);
  for (const name of names) await open(name, await linkOf(name));
  expect(await snapshot(pool, victim, [])).toEqual(before);
});

it("a link to leave a list works on after its reader took another address, and the old one hears of it", async () => {
  await open("confirm_subscription", await linkOf("confirm_subscription"));
  const { token } = await beginNewestMail(pool, "subscribed", customer.email);
  const { id, version } = await one(
    pool,
    "select id, version from public.contact_points where party_id = $1",
    [customer.partyId],
  );
  const email = newEmail();
  const place = { p_contact_point_id: id, p_version: Number(version) };
  await correct(customer, "email", { ...place, p_value: { value: email } });
  await open("verify_my_email", (await beginNewestMail(pool, "verify_email", email)).token);
  expect(await beginNewestMail(pool, "email_changed", customer.email)).toMatchObject({
    recipient: customer.email,
  });
  expect(await open("peek_subscription_link", token)).toMatchObject({ status: "accepted" });
  expect(await open("unsubscribe", token)).toMatchObject({ status: "unsubscribed" });
  const present = "select email || ' ' || status from public.subscriptions where party_id = $1";
  expect(await value(pool, present, [customer.partyId])).toBe(`${email} unsubscribed`);
});

it("a session of another workspace with the same address sees its own workspace alone", async () => {
  const elsewhere = await makeWorld(pool);
  await openMyPages(pool, elsewhere);
  const twin = await addCustomer(pool, elsewhere, { name: "Rosa Dort", email: customer.email });
  const there = await signInCustomer(pool, elsewhere, twin);
  expect(await there.call("my_page")).toMatchObject({ party: { id: twin.partyId }, others: [] });
  await expect(there.call("become_customer", { p_party_id: customer.partyId })).rejects.toThrow(
    "not_found",
  );
  const taken = "select count(*)::integer from private.customer_sessions where party_id = $1";
  expect(await value(pool, taken, [customer.partyId])).toBe(1);
});
