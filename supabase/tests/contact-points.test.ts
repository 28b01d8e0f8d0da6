import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, as, call } from "./actors";
import { failure, one, openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(12);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

async function add(given: Row = {}, actor: Actor = world.owner): Promise<string> {
  const id = randomUUID();
  await call(pool, actor, "add_contact_point", {
    p_id: id,
    p_workspace_id: world.workspaceId,
    p_party_id: world.customerId,
    p_kind: "email",
    p_value: "info@mustermann.test",
    p_mutation_id: randomUUID(),
    ...given,
  });
  return id;
}

const change = (id: string, set: string) =>
  as(pool, world.owner, (database) =>
    database.query(`update public.contact_points set ${set} where id = $1`, [id]),
  );

const read = (id: string) => one(pool, "select * from public.contact_points where id = $1", [id]);

describe("a contact point", () => {
  it("is noted once however often it is asked for, by whom it was", async () => {
    const mutation = { p_id: randomUUID(), p_mutation_id: randomUUID() };
    await add(mutation);
    await add(mutation);
    expect(await read(mutation.p_id)).toMatchObject({
      version: "1",
      created_by: world.owner.memberId,
      is_primary: false,
      verified_at: null,
      may_contact: null,
    });
  });

  it.each([
    ["email", "Info@mustermann.test"],
    ["email", "info"],
    ["phone", "030 123456"],
    ["phone", "+0301234567"],
    ["web", "javascript:alert(1)"],
    ["web", "www.mustermann.test"],
  ])("is refused in another spelling than the one that is stored: %s %s", async (kind, value) => {
    expect(await failure(add({ p_kind: kind, p_value: value }))).toMatchObject({ code: "23514" });
  });

  it("is held by a party once at a time, and again after it ended", async () => {
    const first = await add();
    expect(await failure(add())).toMatchObject({ code: "23P01" });
    await change(first, "valid = daterange('2020-01-01', current_date)");
    await add();
    // One number of a switchboard, two desks.
    const phone = { p_kind: "phone", p_value: "+4930123456" };
    await add({ ...phone, p_extension: "12" });
    await add({ ...phone, p_extension: "13" });
    expect(await failure(add({ ...phone, p_extension: "13" }))).toMatchObject({ code: "23P01" });
  });

  it("that is primary takes the place of the one before, of its kind alone", async () => {
    const old = await add({ p_is_primary: true });
    const phone = await add({ p_kind: "phone", p_value: "+4930123456", p_is_primary: true });
    const fresh = await add({ p_value: "neu@mustermann.test", p_is_primary: true });
    expect(await read(old)).toMatchObject({ is_primary: false, version: "2" });
    expect(await read(phone)).toMatchObject({ is_primary: true, version: "1" });
    expect(await read(fresh)).toMatchObject({ is_primary: true, version: "1" });
  });

  it("is the only primary one also when many are chosen in the same instant", async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, (_, n) => add({ p_value: `nr${n}@mustermann.test` })),
    );
    await Promise.all(ids.map((id) => change(id, "is_primary = true")));
    const primary = await value(
      pool,
      "select count(*) from public.contact_points where party_id = $1 and is_primary",
      [world.customerId],
    );
    expect(primary).toBe("1");
  });

  it("is neither proven nor allowed any more once it is another address", async () => {
    const id = await add();
    await pool.query("update public.contact_points set verified_at = now() where id = $1", [id]);
    await change(id, "may_contact = true");
    expect(await read(id)).toMatchObject({ may_contact: true, verified_at: expect.any(Date) });
    await change(id, "value = 'neu@mustermann.test'");
    expect(await read(id)).toMatchObject({ may_contact: null, verified_at: null });
  });

  it("cannot be proven by a member's word", async () => {
    const id = await add();
    expect(await failure(change(id, "verified_at = now()"))).toMatchObject({ code: "42501" });
  });

  it("leaves every change in the history", async () => {
    const id = await add();
    await change(id, "value = 'neu@mustermann.test'");
    await as(pool, world.colleague, (database) =>
      database.query("delete from public.contact_points where id = $1", [id]),
    );
    const { rows } = await pool.query(
      `select op, actor_id, changes -> 'value' as value from public.change_history
       where entity = 'contact_point' and entity_id = $1 order by version`,
      [id],
    );
    expect(rows).toEqual([
      { op: "insert", actor_id: world.owner.memberId, value: [null, "info@mustermann.test"] },
      {
        op: "update",
        actor_id: world.owner.memberId,
        value: ["info@mustermann.test", "neu@mustermann.test"],
      },
      { op: "delete", actor_id: world.colleague.memberId, value: ["neu@mustermann.test", null] },
    ]);
  });

  it("tells whoever looks that its party changed", async () => {
    const mutationId = randomUUID();
    await add({ p_mutation_id: mutationId });
    const payload = await value(
      pool,
      `select payload from realtime.messages where topic = $1 and event = 'change'
       order by (payload ->> 'seq')::bigint desc limit 1`,
      [`workspace:${world.workspaceId}`],
    );
    expect(payload).toMatchObject({
      entity: "party",
      mutationId,
      actorId: world.owner.memberId,
      changes: [{ id: world.customerId, op: "update" }],
    });
  });

  it("of a party elsewhere is neither read nor added", async () => {
    const stranger = await makeWorld(pool);
    await add();
    const seen = await as(pool, stranger.admin, (database) =>
      value(database, "select count(*) from public.contact_points where workspace_id = $1", [
        world.workspaceId,
      ]),
    );
    expect(seen).toBe("0");
    expect(await failure(add({}, stranger.admin))).toMatchObject({ code: "42501" });
    const smuggled = add({ p_workspace_id: stranger.workspaceId }, stranger.admin);
    expect(await failure(smuggled)).toMatchObject({ code: "23503" });
  });
});
