import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, call } from "./actors";
import {
  addCustomer,
  addPoint,
  type Customer,
  correct,
  openMyPages,
  signInCustomer,
} from "./customers";
import { failure, one, openDatabase, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
let world: World;
let customer: Customer;
let phone: { id: string; version: number };
let waiting: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  await openMyPages(pool, world, { phone: "approval" });
  customer = await signInCustomer(pool, world, await addCustomer(pool, world));
  phone = await addPoint(pool, world, customer.partyId, { kind: "phone", value: "+4930123456" });
  waiting = await ask("change", { p_value: { value: "+4930999999" } });
});

async function ask(op: string, given: object = {}): Promise<string> {
  const p_id = randomUUID();
  const place = op === "add" ? {} : { p_contact_point_id: phone.id, p_version: phone.version };
  const answer = await correct(customer, "phone", { p_id, p_op: op, ...place, ...given });
  expect(answer).toBe("waiting");
  return p_id;
}

const decide = (isAccepted: boolean, actor: Actor = world.owner, id = waiting) =>
  call(pool, actor, "decide_customer_change", { p_id: id, p_is_accepted: isAccepted });
const numbers = () =>
  value(
    pool,
    `select coalesce(array_agg(value), '{}') from public.contact_points
     where party_id = $1 and kind = 'phone' and valid @> current_date`,
    [customer.partyId],
  );
const status = (id = waiting) =>
  value(pool, "select status from public.customer_changes where id = $1", [id]);

describe("a member who decides", () => {
  it("accepts, which the history notes as theirs", async () => {
    expect(await decide(true)).toBe("applied");
    expect(await decide(true, world.colleague)).toBe("applied");
    expect(await numbers()).toEqual(["+4930999999"]);
    const who = await one(
      pool,
      `select actor_id, customer_id from public.change_history
       where entity = 'contact_point' and entity_id = $1 order by id desc limit 1`,
      [phone.id],
    );
    expect(who).toEqual({ actor_id: world.owner.memberId, customer_id: null });
  });

  it("declines, which the customer sees for two weeks", async () => {
    expect(await decide(false)).toBe("declined");
    expect(await numbers()).toEqual(["+4930123456"]);
    expect(await customer.call("my_page")).toMatchObject({
      changes: [{ id: waiting, status: "declined" }],
    });
    await pool.query(
      "update public.customer_changes set decided_at = now() - interval '15 days' where id = $1",
      [waiting],
    );
    expect(await customer.call("my_page")).toMatchObject({ changes: [] });
  });

  it("hears of a colleague who decided otherwise", async () => {
    await decide(false, world.colleague);
    await expect(decide(true)).rejects.toThrow("conflict");
  });

  it("hears that it is withdrawn", async () => {
    await customer.call("withdraw_my_change", { p_id: waiting });
    await expect(decide(true)).rejects.toThrow("conflict");
    await expect(customer.call("withdraw_my_change", { p_id: waiting })).rejects.toThrow(
      "not_found",
    );
  });

  it("does not write over what became of it meanwhile", async () => {
    await pool.query("update public.contact_points set value = '+4930777777' where id = $1", [
      phone.id,
    ]);
    await expect(decide(true)).rejects.toThrow("conflict");
    expect(await numbers()).toEqual(["+4930777777"]);
    expect(await decide(false)).toBe("declined");
  });

  it("accepts what a colleague has entered already", async () => {
    await pool.query("update public.contact_points set value = '+4930999999' where id = $1", [
      phone.id,
    ]);
    expect(await decide(true)).toBe("applied");
  });

  it("accepts that something is taken away which was added today", async () => {
    const removal = await ask("remove");
    expect(await decide(true, world.owner, removal)).toBe("applied");
    expect(await numbers()).toEqual([]);
  });

  it("is of the workspace, and active", async () => {
    const stranger = await makeWorld(pool);
    for (const actor of [stranger.admin, world.deactivated]) {
      await expect(decide(true, actor)).rejects.toThrow("not_found");
    }
    expect(await status()).toBe("waiting");
  });
});

it("what waits does not keep a member from removing what it is about", async () => {
  const removal = pool.query("delete from public.contact_points where id = $1", [phone.id]);
  expect(await failure(removal)).toEqual({ code: "", message: "" });
  await expect(decide(true)).rejects.toThrow("conflict");
  expect(await decide(false)).toBe("declined");
});

it("a customer takes back their own alone", async () => {
  const other = await signInCustomer(pool, world, await addCustomer(pool, world));
  await expect(other.call("withdraw_my_change", { p_id: waiting })).rejects.toThrow("not_found");
  expect(await status()).toBe("waiting");
});

it("members of the workspace see what waits, with the old and the new value", async () => {
  const list = (actor: Actor) =>
    call(pool, actor, "list_customer_requests", { p_workspace_id: world.workspaceId });
  expect(await list(world.marketing)).toMatchObject({
    waiting: [
      {
        id: waiting,
        before: { value: "+4930123456" },
        after: { value: "+4930999999" },
        party: { id: customer.partyId },
      },
    ],
  });
  await decide(true);
  expect(await list(world.owner)).toMatchObject({
    waiting: [],
    recent: [{ id: waiting, decidedBy: "Otto Muster" }],
  });
  await expect(list((await makeWorld(pool)).admin)).rejects.toThrow("workspace_not_found");
});
