import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, call } from "./actors";
import { beginNewestMail } from "./contact-page";
import { addCustomer, type Customer, openMyPages, signInCustomer } from "./customers";
import { one, openDatabase, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
let world: World;
let customer: Customer;

beforeEach(async () => {
  world = await makeWorld(pool);
  await openMyPages(pool, world);
  customer = await signInCustomer(pool, world, await addCustomer(pool, world));
});

const ask = () => customer.call("ask_for_erasure");
const withdraw = () => customer.call("withdraw_erasure");
const request = () =>
  one(pool, "select * from public.erasure_requests where party_id = $1", [customer.partyId]);
const decide = async (actor: Actor, status: string, note: string | null = null) =>
  call(pool, actor, "decide_erasure", {
    p_id: (await request()).id,
    p_status: status,
    p_note: note,
  });

describe("whoever wants to be forgotten", () => {
  it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago"])(
    "has an answer in a month by the calendar of %s",
    async (timeZone) => {
      await pool.query("update public.workspaces set time_zone = $2 where id = $1", [
        world.workspaceId,
        timeZone,
      ]);
      await ask();
      // The two places are never on the same day, so one of them is not on the server's.
      const inTime = `select due_on = ((created_at at time zone $2)::date + interval '1 month')::date
        from public.erasure_requests where party_id = $1`;
      expect(await value(pool, inTime, [customer.partyId, timeZone])).toBe(true);
    },
  );

  it("asks once, however often and fast, and has one mail that says by when", async () => {
    const dates = await Promise.all([1, 2, 3, 4].map(ask));
    expect(new Set(dates.map(String)).size).toBe(1);
    await ask();
    const mails =
      "select count(*)::integer from public.mails where recipient = $1 and template = 'erasure_requested'";
    expect(await value(pool, mails, [customer.email])).toBe(1);
    const { dueOn } = await beginNewestMail(pool, "erasure_requested", customer.email);
    const due = "select due_on::text from public.erasure_requests where party_id = $1";
    expect(dueOn).toBe(await value(pool, due, [customer.partyId]));
  });

  it("may take it back, as often as they like, and is mailed no more of it then", async () => {
    await ask();
    await withdraw();
    await withdraw();
    expect((await request()).status).toBe("withdrawn");
    expect(await beginNewestMail(pool, "erasure_requested", customer.email)).toBeNull();
    const { customer_id } = await one(
      pool,
      "select customer_id from public.change_history where entity = 'erasure_request' and party_id = $1 and op = 'update'",
      [customer.partyId],
    );
    expect(customer_id).toBe(customer.partyId);
  });

  it("is mailed of five a day at most", async () => {
    for (let i = 0; i < 5; i++) {
      await ask();
      await withdraw();
    }
    await expect(ask()).rejects.toThrow("too_many_requests");
  });
});

describe("an answer", () => {
  it("is by managers and admins alone", async () => {
    await ask();
    const reps = [world.owner, world.colleague, world.otherRep, world.marketing];
    for (const actor of reps) await expect(decide(actor, "done")).rejects.toThrow("forbidden");
    for (const actor of [world.deactivated, (await makeWorld(pool)).admin]) {
      await expect(decide(actor, "done")).rejects.toThrow("not_found");
    }
    expect((await request()).status).toBe("open");
    await decide(world.manager, "done");
    await decide(world.admin, "done");
    expect(await request()).toMatchObject({
      status: "done",
      decided_by: world.manager.memberId,
    });
    await expect(decide(world.admin, "declined", "Rechnung offen")).rejects.toThrow("conflict");
  });

  it("that declines says why, which the customer reads", async () => {
    await ask();
    for (const note of [null, " "]) {
      await expect(decide(world.admin, "declined", note)).rejects.toThrow("invalid_input");
    }
    await expect(decide(world.admin, "withdrawn")).rejects.toThrow("invalid_input");
    await decide(world.admin, "declined", "Rechnungen sind zehn Jahre aufzubewahren.");
    expect(await customer.call("my_page")).toMatchObject({
      erasure: { status: "declined", note: "Rechnungen sind zehn Jahre aufzubewahren." },
    });
  });

  it("stays when the party is gone, and then says of nobody who it was", async () => {
    await ask();
    const { id } = await request();
    await decide(world.admin, "done");
    await pool.query("delete from public.parties where id = $1", [customer.partyId]);
    const kept = await one(
      pool,
      "select status, party_id from public.erasure_requests where id = $1",
      [id],
    );
    expect(kept).toEqual({ status: "done", party_id: null });
    await expect(customer.call("my_page")).rejects.toThrow("not_signed_in");
  });
});
