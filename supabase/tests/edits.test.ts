import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, call, tryAs } from "./actors";
import { failure, one, openDatabase, value } from "./database";
import { createOpportunity, updateOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(8);
let world: World;

beforeAll(async () => {
  world = await makeWorld(pool);
});

const create = (given = {}) => createOpportunity(pool, world, world.owner, given);
const rowOf = (id: string) => one(pool, "select * from public.opportunities where id = $1", [id]);

describe("creating", () => {
  it("makes one opportunity and one customer, however often it is asked for", async () => {
    const id = randomUUID();
    const mutationId = randomUUID();
    const again = () =>
      create({
        p_id: id,
        p_mutation_id: mutationId,
        p_customer_id: null,
        p_customer_name: "Einmal GmbH",
      });
    const answers = await Promise.all([again(), again(), again()]);
    expect(new Set(answers.map((card) => card.rank)).size).toBe(1);
    expect(await again()).toEqual(answers[0]);
    const parties =
      "select count(*)::int from public.parties where workspace_id = $1 and name = 'Einmal GmbH'";
    expect(await value(pool, parties, [world.workspaceId])).toBe(1);
  });

  it("knows a customer again, whatever the case and the spaces", async () => {
    const named = (p_customer_name: string) => create({ p_customer_id: null, p_customer_name });
    const cards = [await named("Müller  & Söhne"), await named(" müller & söhne ")];
    const [first, second] = await Promise.all(cards.map(({ id }) => rowOf(id)));
    expect(first?.customer_id).toBe(second?.customer_id);
  });

  it("makes one customer of a name that several type at once", async () => {
    await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) =>
        create({
          p_customer_id: null,
          p_customer_name: "Gleichzeitig AG",
          p_contact_name: `Petra Zugleich`,
          p_stage_id: n % 2 ? world.stages.enquiry : world.stages.offer,
        }),
      ),
    );
    const twice = `select count(*)::int from public.parties where workspace_id = $1
      and name in ('Gleichzeitig AG', 'Petra Zugleich')`;
    expect(await value(pool, twice, [world.workspaceId])).toBe(2);
  });

  it("makes whoever is named a contact of the customer, once", async () => {
    const given = { p_contact_name: "Maxinchen Musterfrau" };
    const { contact_id } = await rowOf((await create(given)).id);
    await create(given);
    const links = "select count(*)::int from public.party_relationships where to_party_id = $1";
    expect(await value(pool, links, [contact_id])).toBe(1);
  });

  it("puts an opportunity for nobody in particular with whoever makes it", async () => {
    expect(await rowOf((await create()).id)).toMatchObject({
      owner_id: world.owner.memberId,
      created_by: world.owner.memberId,
    });
  });

  it("does not let anyone pose as somebody else", async () => {
    const posing = tryAs(pool, world.colleague, (database) =>
      database.query(
        `insert into public.opportunities (workspace_id, stage_id, rank, name, customer_id, currency, created_by)
         values ($1, $2, 'a5', 'Fremd', $3, 'EUR', $4)`,
        [world.workspaceId, world.stages.offer, world.customerId, world.owner.memberId],
      ),
    );
    expect(await failure(posing)).toMatchObject({ code: "42501" });
  });
});

describe("a private opportunity", () => {
  it("has an owner, or it would be private to nobody", async () => {
    const card = await create({ p_is_private: true });
    const edit = updateOpportunity(pool, world.owner, card.id, 1, { owner_id: null });
    expect(await failure(edit)).toMatchObject({ code: "42501" });
    const past = pool.query("update public.opportunities set owner_id = null where id = $1", [
      card.id,
    ]);
    expect(await failure(past)).toMatchObject({ code: "23502" });
  });

  it("cannot be given away into the dark: it is shared first", async () => {
    const card = await create({ p_is_private: true });
    const given = updateOpportunity(pool, world.owner, card.id, 1, {
      owner_id: world.colleague.memberId,
    });
    expect(await failure(given)).toMatchObject({ code: "42501" });
  });
});

describe("an edit that others overtook", () => {
  it("is saved when it touches other fields", async () => {
    const card = await create();
    await updateOpportunity(pool, world.colleague, card.id, 1, {
      name: "Umbenannt",
      next_step: "Anrufen",
    });
    expect(
      await updateOpportunity(pool, world.owner, card.id, 1, { amount: "77.10" }),
    ).toMatchObject({
      status: "saved",
      card: { version: 3, name: "Umbenannt", amount: "77.1" },
    });
  });

  it("is saved when both wrote the same", async () => {
    const card = await create();
    await updateOpportunity(pool, world.colleague, card.id, 1, { name: "Einig" });
    expect(await updateOpportunity(pool, world.owner, card.id, 1, { name: "Einig" })).toMatchObject(
      {
        status: "saved",
      },
    );
  });

  it("comes back field by field with base, yours and theirs, and writes nothing", async () => {
    const card = await create({ p_amount: 100 });
    await updateOpportunity(pool, world.colleague, card.id, 1, {
      amount: "150",
      name: "Zwischenstand",
    });
    await updateOpportunity(pool, world.colleague, card.id, 2, { amount: "200" });
    const before = await rowOf(card.id);
    const mine = { amount: "300", next_step: "Nachfassen" };
    expect(await updateOpportunity(pool, world.owner, card.id, 1, mine)).toMatchObject({
      status: "conflict",
      version: 3,
      fields: { amount: { base: "100", yours: "300", theirs: "200" } },
      card: { amount: "200" },
    });
    expect(await rowOf(card.id)).toEqual(before);
  });

  it("compares with what was seen, also when it was changed away and back", async () => {
    const card = await create();
    await updateOpportunity(pool, world.colleague, card.id, 1, { name: "Anders" });
    await updateOpportunity(pool, world.colleague, card.id, 2, { name: card.name });
    expect(await updateOpportunity(pool, world.owner, card.id, 1, { name: "Meins" })).toMatchObject(
      {
        status: "conflict",
        fields: { name: { base: card.name, theirs: card.name, yours: "Meins" } },
      },
    );
  });

  it("can be repeated when it was saved and can be sent again when it was not", async () => {
    const card = await create();
    const mutationId = randomUUID();
    const edit = (version: number) =>
      updateOpportunity(pool, world.owner, card.id, version, { name: "Meins" }, mutationId);
    await updateOpportunity(pool, world.colleague, card.id, 1, { name: "Deins" });
    expect(await edit(1)).toMatchObject({ status: "conflict" });
    expect(await edit(2)).toMatchObject({ status: "saved", card: { name: "Meins", version: 3 } });
    await updateOpportunity(pool, world.colleague, card.id, 3, { name: "Wieder deins" });
    expect(await edit(2)).toMatchObject({
      status: "saved",
      card: { name: "Wieder deins", version: 4 },
    });
  });

  it("is known as saved when it is repeated after others took the card out of sight", async () => {
    const card = await create();
    const mutationId = randomUUID();
    const edit = () =>
      updateOpportunity(pool, world.owner, card.id, 1, { name: "Meins" }, mutationId);
    await edit();
    const hidden = { is_private: true, owner_id: world.colleague.memberId };
    await updateOpportunity(pool, world.colleague, card.id, 2, hidden);
    expect(await edit()).toEqual({ status: "saved", card: null });
    await pool.query("delete from public.opportunities where id = $1", [card.id]);
    expect(await edit()).toEqual({ status: "saved", card: null });
    const other = updateOpportunity(pool, world.owner, card.id, 1, { name: "Zu spät" });
    expect(await failure(other)).toMatchObject({ message: "opportunity_not_found" });
  });

  it("is not made stale by a note", async () => {
    const card = await create();
    await logNote(card.id);
    expect(await rowOf(card.id)).toMatchObject({
      version: "1",
      last_activity_at: expect.any(Date),
    });
  });

  it("loses nothing when eight people edit different fields at once", async () => {
    const card = await create();
    const patches = [
      { name: "Neu" },
      { amount: "12.5" },
      { probability: 70 },
      { next_step: "Anrufen" },
      { next_step_on: "2030-01-02" },
      { expected_close_on: "2030-02-03" },
      { source: "EMAIL" },
      { currency: "CHF" },
    ];
    await Promise.all(
      patches.map((patch) => updateOpportunity(pool, world.owner, card.id, 1, patch)),
    );
    expect(await rowOf(card.id)).toMatchObject({
      version: "9",
      name: "Neu",
      amount: "12.5000",
      probability: 70,
      next_step: "Anrufen",
      source: "EMAIL",
      currency: "CHF",
    });
  });
});

it("a note that is written while its opportunity becomes private is as private as that", async () => {
  const card = await create({ p_team_id: world.teams.east });
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("update public.opportunities set is_private = true where id = $1", [
      card.id,
    ]);
    const noted = logNote(card.id);
    await client.query("commit");
    await noted;
  } finally {
    client.release();
  }
  const topics =
    "select array_agg(distinct topic) from public.communications where opportunity_id = $1";
  expect(await value(pool, topics, [card.id])).toEqual([`member:${world.owner.memberId}`]);
});

describe("deleting", () => {
  const remove = (actor: Actor, id: string) =>
    call(pool, actor, "delete_opportunity", { p_id: id, p_mutation_id: randomUUID() });

  it("is for owners, creators, managers and admins; colleagues are told that they may not", async () => {
    const card = await create({ p_team_id: world.teams.east });
    expect(await failure(remove(world.colleague, card.id))).toMatchObject({ message: "forbidden" });
    expect(await failure(remove(world.otherRep, card.id))).toMatchObject({
      message: "opportunity_not_found",
    });
    expect(await failure(remove(world.manager, card.id))).toMatchObject({ code: "" });
  });
});

describe("the change history", () => {
  it("holds who, what, before and after, for every writer", async () => {
    const card = await create();
    await updateOpportunity(pool, world.colleague, card.id, 1, { name: "Neu", amount: "5" });
    await pool.query("update public.opportunities set probability = 3 where id = $1", [card.id]);
    await call(pool, world.owner, "delete_opportunity", {
      p_id: card.id,
      p_mutation_id: randomUUID(),
    });
    const { rows } = await pool.query(
      "select op, version, actor_id, changes from public.change_history where entity_id = $1 order by id",
      [card.id],
    );
    expect(rows).toEqual([
      { op: "insert", version: "1", actor_id: world.owner.memberId, changes: {} },
      {
        op: "update",
        version: "2",
        actor_id: world.colleague.memberId,
        changes: { name: [card.name, "Neu"], amount: [null, "5"] },
      },
      { op: "update", version: "3", actor_id: null, changes: { probability: [null, 3] } },
      {
        op: "delete",
        version: "4",
        actor_id: world.owner.memberId,
        changes: expect.objectContaining({ name: ["Neu", null], probability: [3, null] }),
      },
    ]);
  });

  it("says nothing when nothing changed", async () => {
    const card = await create();
    await updateOpportunity(pool, world.colleague, card.id, 1, { name: card.name });
    const entries = "select count(*)::int from public.change_history where entity_id = $1";
    expect(await value(pool, entries, [card.id])).toBe(1);
    expect(await rowOf(card.id)).toMatchObject({ version: "1" });
  });

  it("passes no deadlock between notes, moves and a change of visibility", async () => {
    const card = await create();
    const work = Array.from({ length: 24 }, (_, index) => {
      if (index % 3 === 0) return logNote(card.id);
      if (index % 3 === 1) {
        return call(pool, world.owner, "move_opportunity", {
          p_id: card.id,
          p_stage_id: index % 2 ? world.stages.offer : world.stages.enquiry,
          p_after_id: null,
          p_before_id: null,
          p_mutation_id: randomUUID(),
        });
      }
      return pool.query(
        "update public.opportunities set is_private = not is_private where id = $1",
        [card.id],
      );
    });
    await Promise.all(work);
    const notes =
      "select count(*)::int from public.communications where opportunity_id = $1 and topic = $2";
    expect(await value(pool, notes, [card.id, (await rowOf(card.id)).topic])).toBe(8);
  });
});

function logNote(opportunityId: string): Promise<unknown> {
  return call(pool, world.owner, "log_communication", {
    p_id: randomUUID(),
    p_opportunity_id: opportunityId,
    p_type_code: "COMMENT_NOTE",
    p_mutation_id: randomUUID(),
    p_subject: "Notiz",
  });
}
