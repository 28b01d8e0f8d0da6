import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { anonymous, call } from "./actors";
import { beginNewestMail } from "./contact-page";
import {
  addCustomer,
  addPoint,
  type Customer,
  correct,
  newEmail,
  openMyPages,
  setRules,
  signInCustomer,
} from "./customers";
import { one, openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
let world: World;
let listId: string;
let customer: Customer;

beforeEach(async () => {
  world = await makeWorld(pool);
  ({ listId } = await openMyPages(pool, world, { name: "at_once" }));
  customer = await signInCustomer(pool, world, await addCustomer(pool, world));
});

const party = (id = customer.partyId) =>
  one(pool, "select *, version::integer from public.parties where id = $1", [id]);
const point = (id: string) =>
  one(pool, "select *, version::integer from public.contact_points where id = $1", [id]);
const valuesOf = (kind: string) =>
  value(
    pool,
    `select coalesce(array_agg(value order by value), '{}') from public.contact_points
     where party_id = $1 and kind = $2 and valid @> current_date`,
    [customer.partyId, kind],
  );
const change = (id: string) =>
  one(pool, "select * from public.customer_changes where id = $1", [id]);
const addPhone = (number = "+4930123456") =>
  addPoint(pool, world, customer.partyId, { kind: "phone", value: number });
const ownEmail = async () => {
  const { id } = await one(
    pool,
    "select id from public.contact_points where party_id = $1 and value = $2",
    [customer.partyId, customer.email],
  );
  return await point(String(id));
};
const at = ({ id, version }: Row) => ({ p_contact_point_id: id, p_version: version });
const verify = async (email: string) =>
  (await call(pool, anonymous, "verify_my_email", {
    p_token: (await beginNewestMail(pool, "verify_email", email)).token,
  })) as Row;
const bridge = { street: "Brückenstraße 3", postalCode: "50667", city: "Köln", country: "DE" };

/** A correction of each field: its parameters, and what of the row then holds. */
const fields: [string, () => Promise<Row>, () => Promise<unknown>, unknown][] = [
  [
    "name",
    async () => ({
      p_version: (await party()).version,
      p_value: { salutation: null, title: "Dr.", given_name: "Rosa", family_name: "Blum" },
    }),
    async () => (await party()).name,
    "Rosa Blum",
  ],
  [
    "language",
    async () => ({ p_version: (await party()).version, p_value: { language: "en" } }),
    async () => (await party()).language,
    "en",
  ],
  [
    "address",
    async () => ({ p_op: "add", p_value: { address: bridge } }),
    () => valuesOf("postal"),
    ["Brückenstraße 3\n50667 Köln\nDE"],
  ],
  [
    "phone",
    async () => ({
      ...at(await addPhone()),
      p_value: { value: "+4930999999", extension: "12" },
    }),
    () => valuesOf("phone"),
    ["+4930999999"],
  ],
];

describe.each(fields)("a correction of the %s", (field, given, present, wanted) => {
  it("holds at once where the workspace says so, and the history names the customer", async () => {
    expect(await correct(customer, field, await given())).toBe("applied");
    expect(await present()).toEqual(wanted);
    const who = await one(
      pool,
      `select actor_id, customer_id from public.change_history
       where party_id = $1 and op <> 'delete' order by id desc limit 1`,
      [customer.partyId],
    );
    expect(who).toEqual({ actor_id: null, customer_id: customer.partyId });
  });

  it("waits for a member where it says that, and then holds by their name", async () => {
    await setRules(pool, world, { [field]: "approval" });
    const p_id = randomUUID();
    const args = await given();
    const before = await present();
    expect(await correct(customer, field, { ...args, p_id })).toBe("waiting");
    expect(await present()).toEqual(before);
    await call(pool, world.marketing, "decide_customer_change", { p_id, p_is_accepted: true });
    expect(await present()).toEqual(wanted);
    expect(await change(p_id)).toMatchObject({
      status: "applied",
      decided_by: world.marketing.memberId,
    });
  });

  it("is not offered where it is off", async () => {
    await setRules(pool, world, { [field]: "off" });
    await expect(correct(customer, field, await given())).rejects.toThrow("forbidden");
  });
});

describe("a correction", () => {
  it("of whether one may be contacted holds whatever the rules say", async () => {
    const phone = await addPhone();
    await setRules(pool, world, { phone: "off", email: "off" });
    const args = { ...at(phone), p_value: { may_contact: false } };
    expect(await correct(customer, "may_contact", args)).toBe("applied");
    expect((await point(phone.id)).may_contact).toBe(false);
  });

  it("of a company is of its name alone", async () => {
    const company = await addCustomer(pool, world, { kind: "organization", name: "Rosa AG" });
    const theirs = await signInCustomer(pool, world, company);
    const p_version = (await party(company.partyId)).version;
    const person = { given_name: "Rosa", family_name: "AG" };
    await expect(correct(theirs, "name", { p_version, p_value: person })).rejects.toThrow(
      "invalid_input",
    );
    await correct(theirs, "name", { p_version, p_value: { name: "Rosa SE" } });
    expect((await party(company.partyId)).name).toBe("Rosa SE");
  });

  it("of a person needs one of their names", async () => {
    const p_value = { given_name: "Rosa", family_name: "" };
    await correct(customer, "name", { p_version: (await party()).version, p_value });
    expect((await party()).name).toBe("Rosa");
  });

  it("is made once, however often and fast it is sent, and is of nobody else", async () => {
    const args = { p_id: randomUUID(), p_op: "add", p_value: { value: "+4930555555" } };
    const ends = await Promise.all([1, 2, 3, 4].map(() => correct(customer, "phone", args)));
    expect(new Set(ends)).toEqual(new Set(["applied"]));
    expect(await valuesOf("phone")).toEqual(["+4930555555"]);
    const other = await signInCustomer(pool, world, await addCustomer(pool, world));
    await expect(correct(other, "phone", args)).rejects.toThrow("conflict");
  });

  it("is refused when somebody changed the same since", async () => {
    const phone = await addPhone();
    await pool.query("update public.contact_points set value = '+4930777777' where id = $1", [
      phone.id,
    ]);
    const late = { ...at(phone), p_value: { value: "+4930888888" } };
    await expect(correct(customer, "phone", late)).rejects.toThrow("conflict");
    const name = { p_version: 0, p_value: { given_name: "R", family_name: "B" } };
    await expect(correct(customer, "name", name)).rejects.toThrow("conflict");
    expect(await valuesOf("phone")).toEqual(["+4930777777"]);
  });

  it("to what is there already is no other one of it", async () => {
    const phone = await addPhone();
    await addPhone("+4930222222");
    const twice = { ...at(phone), p_value: { value: "+4930222222" } };
    await expect(correct(customer, "phone", twice)).rejects.toThrow("already_exists");
    const same = { ...at(phone), p_value: { value: "+4930123456" } };
    expect(await correct(customer, "phone", same)).toBe("applied");
    expect((await point(phone.id)).version).toBe(phone.version);
  });

  it("may leave a part of an address out", async () => {
    const address = { ...bridge, extra: "Hinterhaus" };
    const place = await addPoint(pool, world, customer.partyId, { kind: "postal", address });
    await correct(customer, "address", { ...at(place), p_value: { address: bridge } });
    expect((await point(place.id)).address).toEqual(bridge);
  });

  it("to an address that one has is refused before anybody is mailed or asked", async () => {
    await setRules(pool, world, { phone: "approval" });
    await addPhone();
    const again = { p_op: "add", p_value: { value: "+4930123456" } };
    await expect(correct(customer, "phone", again)).rejects.toThrow("already_exists");
    const own = { p_op: "add", p_value: { value: customer.email } };
    await expect(correct(customer, "email", own)).rejects.toThrow("already_exists");
  });

  it("may take something away, but not the address that one came by", async () => {
    const phone = await addPhone();
    expect(await correct(customer, "phone", { ...at(phone), p_op: "remove" })).toBe("applied");
    expect(await valuesOf("phone")).toEqual([]);
    const mine = { ...at(await ownEmail()), p_op: "remove" };
    await expect(correct(customer, "email", mine)).rejects.toThrow("in_use");
  });

  it("ends what held for longer, so that the history keeps it", async () => {
    const { id } = await addPhone();
    await pool.query(
      "update public.contact_points set valid = daterange(current_date - 9, null) where id = $1",
      [id],
    );
    await correct(customer, "phone", { ...at(await point(id)), p_op: "remove" });
    expect(await valuesOf("phone")).toEqual([]);
    const kept = "select upper(valid) = current_date from public.contact_points where id = $1";
    expect(await value(pool, kept, [id])).toBe(true);
  });

  it("takes the place of an earlier one about the same", async () => {
    await setRules(pool, world, { phone: "approval" });
    const phone = await addPhone();
    const first = randomUUID();
    const to = (number: string) => ({ ...at(phone), p_value: { value: number } });
    await correct(customer, "phone", { p_id: first, ...to("+4930111111") });
    await correct(customer, "phone", to("+4930222222"));
    expect(await change(first)).toMatchObject({ status: "withdrawn" });
  });

  it.each([
    ["name", { given_name: null, family_name: " " }],
    ["name", { given_name: "Rosa", owner_id: randomUUID() }],
    ["language", { language: "fr" }],
    ["phone", { value: "030 123" }],
    ["phone", { value: "+4930123456", kind: "email" }],
    ["email", { value: "Rosa@Post.test" }],
    ["address", { address: { street: "Nirgends 1" } }],
    ["may_contact", { may_contact: "yes" }],
    ["may_contact", null],
  ])("of the %s is refused with %j", async (field, p_value) => {
    const isPartys = field === "name" || field === "language";
    const place = isPartys
      ? { p_version: (await party()).version }
      : { p_op: field === "may_contact" ? "change" : "add", ...at(await addPhone()) };
    await expect(correct(customer, field, { ...place, p_value })).rejects.toThrow("invalid_input");
  });
});

describe("another e-mail", () => {
  const replace = async (email: string) =>
    correct(customer, "email", { ...at(await ownEmail()), p_value: { value: email } });

  it("counts once its link was opened; the session and the lists go along", async () => {
    const email = newEmail();
    await customer.call("choose_my_list", { p_list_id: listId, p_is_wanted: true });
    expect(await replace(email)).toBe("unverified");
    expect(await valuesOf("email")).toEqual([customer.email]);
    expect(await verify(email)).toMatchObject({ email, status: "applied" });
    expect(await valuesOf("email")).toEqual([email]);
    expect(await customer.call("my_page")).toMatchObject({
      email,
      contactPoints: [{ value: email, isVerified: true }],
      lists: [{ isWanted: true, email }],
    });
    const consents = await pool.query(
      "select status, origin from public.consents where email = $1 order by id",
      [email],
    );
    expect(consents.rows).toEqual([{ status: "accepted", origin: "my_page" }]);
  });

  it("waits for a member after it was proved, where the workspace wants that", async () => {
    await setRules(pool, world, { email: "approval" });
    const email = newEmail();
    const p_id = randomUUID();
    const added = { p_id, p_op: "add", p_value: { value: email } };
    expect(await correct(customer, "email", added)).toBe("unverified");
    expect(await verify(email)).toMatchObject({ status: "waiting" });
    expect(await valuesOf("email")).toEqual([customer.email]);
    await call(pool, world.owner, "decide_customer_change", { p_id, p_is_accepted: true });
    expect(await valuesOf("email")).toEqual([customer.email, email].sort());
  });

  it("does not hold by a link that was used, or when the old one was changed or kept since", async () => {
    const [first, second, third] = [newEmail(), newEmail(), newEmail()];
    await replace(first);
    await replace(second);
    const { token } = await beginNewestMail(pool, "verify_email", first);
    await call(pool, anonymous, "verify_my_email", { p_token: token });
    await expect(call(pool, anonymous, "verify_my_email", { p_token: token })).rejects.toThrow(
      "link_used",
    );
    await expect(verify(second)).rejects.toThrow();
    const p_id = randomUUID();
    await correct(customer, "email", { p_id, p_op: "add", p_value: { value: third } });
    const late = (await beginNewestMail(pool, "verify_email", third)).token;
    await customer.call("withdraw_my_change", { p_id });
    await expect(call(pool, anonymous, "verify_my_email", { p_token: late })).rejects.toThrow(
      "link_expired",
    );
  });

  it("that is proved after the workspace ceased to offer it is for a member to decide", async () => {
    const email = newEmail();
    await correct(customer, "email", { p_op: "add", p_value: { value: email } });
    await setRules(pool, world, { email: "off" });
    expect(await verify(email)).toMatchObject({ status: "waiting" });
    expect(await valuesOf("email")).toEqual([customer.email]);
  });

  it("takes the place of one that was proved and waits", async () => {
    await setRules(pool, world, { email: "approval" });
    const [first, second] = [newEmail(), newEmail()];
    for (const email of [first, second]) {
      await replace(email);
      await verify(email);
    }
    const { changes } = (await customer.call("my_page")) as { changes: Row[] };
    expect(changes).toMatchObject([{ status: "waiting", after: { value: second } }]);
  });

  it("is mailed to five an hour at most, and refused attempts count", async () => {
    const add = () => correct(customer, "email", { p_op: "add", p_value: { value: newEmail() } });
    for (let i = 0; i < 5; i++) expect(await add()).toBe("unverified");
    expect(await add()).toBe("too_many_requests");
    const used = `select used from private.rate_limits
      where bucket = 'my_email' and key = sha256(convert_to($1, 'utf8'))`;
    expect(await value(pool, used, [customer.partyId])).toBe(6);
  });
});
