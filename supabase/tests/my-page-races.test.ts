import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { anonymous, as, call } from "./actors";
import { beginNewestMail } from "./contact-page";
import {
  addCustomer,
  addPoint,
  type Customer,
  correct,
  newEmail,
  openMyPages,
  signInCustomer,
} from "./customers";
import { one, openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(12);
const rounds = Array.from({ length: 20 }, (_, n) => n);
let world: World;
let listId: string;
let customer: Customer;

beforeEach(async () => {
  world = await makeWorld(pool);
  ({ listId } = await openMyPages(pool, world));
  customer = await signInCustomer(pool, world, await addCustomer(pool, world));
});

/** Lets the customer do more than a person would in an hour. */
const forgetLimits = () =>
  pool.query("delete from private.rate_limits where key = sha256(convert_to($1, 'utf8'))", [
    customer.partyId,
  ]);

/** What the losers heard; a ring of waiting would be 40P01, "deadlock detected". */
function messagesOf(ends: PromiseSettledResult<unknown>[]): string[] {
  return ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason.message)] : []));
}

it("two corrections and a member's edit of the same number: one of each version wins", async () => {
  for (const n of rounds) {
    await forgetLimits();
    const number = (last: number) => ({ value: `+49301${String(n).padStart(3, "0")}${last}` });
    const { id, version } = await addPoint(pool, world, customer.partyId, {
      kind: "phone",
      ...number(0),
    });
    const to = (last: number) =>
      correct(customer, "phone", {
        p_contact_point_id: id,
        p_version: version,
        p_value: number(last),
      });
    const edit = as(pool, world.owner, (database) =>
      database.query("update public.contact_points set value = $3 where id = $1 and version = $2", [
        id,
        version,
        number(3).value,
      ]),
    );
    const ends = await Promise.allSettled([to(1), to(2), edit]);
    const lost = messagesOf(ends);
    expect(lost.filter((message) => message !== "conflict")).toEqual([]);
    const edited = ends[2].status === "fulfilled" ? Number(ends[2].value.rowCount) : 0;
    expect(2 - lost.length + edited).toBe(1);
    const now = await one(
      pool,
      "select value, version::integer from public.contact_points where id = $1",
      [id],
    );
    expect(now.version).toBe(version + 1);
    const winner = ends.findIndex((end, index) =>
      index === 2 ? edited === 1 : end.status === "fulfilled",
    );
    expect(now.value).toBe(number(winner + 1).value);
  }
});

it("members who decide and a customer who takes it back: it ends one way", async () => {
  await openMyPages(pool, world, { phone: "approval" });
  for (const n of rounds) {
    await forgetLimits();
    const p_id = randomUUID();
    const number = `+49302${String(n).padStart(4, "0")}`;
    await correct(customer, "phone", { p_id, p_op: "add", p_value: { value: number } });
    const decide = (actor = world.owner, isAccepted = true) =>
      call(pool, actor, "decide_customer_change", { p_id, p_is_accepted: isAccepted });
    const ends = await Promise.allSettled([
      decide(),
      customer.call("withdraw_my_change", { p_id }),
      decide(world.colleague, false),
    ]);
    expect(messagesOf(ends).filter((said) => !/^(conflict|not_found)$/.test(said))).toEqual([]);
    const winners = ends.flatMap((end, index) => (end.status === "fulfilled" ? [index] : []));
    expect(winners).toHaveLength(1);
    const status = "select status from public.customer_changes where id = $1";
    const outcomes = ["applied", "withdrawn", "declined"];
    expect(await value(pool, status, [p_id])).toBe(outcomes[winners[0] ?? -1]);
    const held = "select count(*)::integer from public.contact_points where value = $1";
    expect(await value(pool, held, [number])).toBe(winners[0] === 0 ? 1 : 0);
  }
});

it("an address that is proved while its lists are left and chosen, and while a member edits", async () => {
  let email = customer.email;
  const ownPoint = async () =>
    (await one(
      pool,
      "select id as p_contact_point_id, version as p_version from public.contact_points where party_id = $1",
      [customer.partyId],
    )) as Row;
  const choose = (isWanted: boolean) =>
    customer.call("choose_my_list", { p_list_id: listId, p_is_wanted: isWanted });
  await choose(true);
  for (const n of rounds) {
    await forgetLimits();
    const next = newEmail();
    await correct(customer, "email", { ...(await ownPoint()), p_value: { value: next } });
    const { token } = await beginNewestMail(pool, "verify_email", next);
    const ends = await Promise.allSettled([
      call(pool, anonymous, "verify_my_email", { p_token: token }),
      choose(n % 2 === 0),
      correct(customer, "language", {
        p_version: await value(pool, "select version from public.parties where id = $1", [
          customer.partyId,
        ]),
        p_value: { language: n % 2 === 0 ? "en" : "de" },
      }),
      as(pool, world.owner, (database) =>
        database.query("update public.contact_points set purposes = $2 where party_id = $1", [
          customer.partyId,
          n % 2 === 0 ? ["MARKETING_EMAIL"] : [],
        ]),
      ),
      pool.query("select private.note_bounce($1, $2)", [world.workspaceId, email]),
    ]);
    expect(messagesOf(ends)).toEqual([]);
    email = next;
    const now = "select value from public.contact_points where party_id = $1";
    expect(await value(pool, now, [customer.partyId])).toBe(next);
  }
});
