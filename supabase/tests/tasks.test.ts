import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { as, call } from "./actors";
import { failure, openDatabase, type Row, value } from "./database";
import { createOpportunity, updateOpportunity } from "./opportunities";
import { addTask, readTask, updateTask } from "./tasks";
import { type Member, makeWorld, type World } from "./world";

const pool = openDatabase(12);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

const sees = async (actor: Member, id: string) =>
  (await as(pool, actor, (database) =>
    value(database, "select count(*)::int from public.tasks where id = $1", [id]),
  )) === 1;

const remove = (actor: Member, id: string, mutationId: string = randomUUID()) =>
  call(pool, actor, "delete_task", { p_id: id, p_mutation_id: mutationId });

/** What a topic was told about tasks, oldest first. */
const told = async (topic: string): Promise<unknown[]> => {
  const { rows } = await pool.query<{ change: unknown }>(
    `select payload -> 'changes' -> 0 ->> 'op' as change from realtime.messages
     where topic = $1 and payload ->> 'entity' = 'task' order by (payload ->> 'seq')::bigint`,
    [topic],
  );
  return rows.map(({ change }) => change);
};

const openParty = async (actor: Member, partyId = world.customerId): Promise<Row[]> => {
  const answer = await call(pool, actor, "open_party", {
    p_workspace_id: world.workspaceId,
    p_party_id: partyId,
  });
  if (typeof answer !== "object" || answer === null || !("tasks" in answer)) {
    throw new Error("No party.");
  }
  // Parsed for real in domain/; here only the fields that a test names are read.
  return answer.tasks as Row[];
};

const historyOf = async (actor: Member): Promise<Row[]> => {
  const answer = await call(pool, actor, "party_history", {
    p_workspace_id: world.workspaceId,
    p_party_id: world.customerId,
    p_before: null,
    p_limit: 50,
  });
  // As above.
  return (answer as Row[]).filter(({ entity }) => entity === "task");
};

describe("a task", () => {
  it("is added once however often it is asked for, under the name of whoever adds it", async () => {
    const given = { p_id: randomUUID(), p_mutation_id: randomUUID() };
    await addTask(pool, world, world.owner, given);
    await addTask(pool, world, world.owner, given);
    expect(await readTask(pool, given.p_id)).toMatchObject({
      version: "1",
      created_by: world.owner.memberId,
      is_done: false,
      topic: `workspace:${world.workspaceId}`,
    });
  });

  it("is about something, and for a member, of its own workspace", async () => {
    const other = await makeWorld(pool);
    const foreign = await createOpportunity(pool, other, other.owner);
    const add = (given: Row) => failure(addTask(pool, world, world.owner, given));
    expect(await add({ p_party_id: null })).toMatchObject({ code: "23514" });
    expect(await add({ p_party_id: other.customerId })).toMatchObject({ code: "23503" });
    expect(await add({ p_assignee_id: other.owner.memberId })).toMatchObject({ code: "23503" });
    expect(await add({ p_opportunity_id: foreign.id })).toMatchObject({
      message: "opportunity_not_found",
    });
    expect(await add({ p_workspace_id: other.workspaceId })).toMatchObject({ code: "42501" });
  });

  it("cannot be added about an opportunity out of sight, which then stays unknown", async () => {
    const hidden = await createOpportunity(pool, world, world.owner, { p_is_private: true });
    expect(
      await failure(addTask(pool, world, world.colleague, { p_opportunity_id: hidden.id })),
    ).toMatchObject({ message: "opportunity_not_found" });
  });

  it("goes to nobody who may not see what it is about", async () => {
    const hidden = await createOpportunity(pool, world, world.owner, { p_is_private: true });
    const given = { p_opportunity_id: hidden.id, p_assignee_id: world.colleague.memberId };
    expect(await failure(addTask(pool, world, world.owner, given))).toMatchObject({
      message: "assignee_cannot_see",
    });
    const id = await addTask(pool, world, world.owner, { p_opportunity_id: hidden.id });
    const handOver = { assignee_id: world.colleague.memberId };
    expect(await failure(updateTask(pool, world.owner, id, 1, handOver))).toMatchObject({
      message: "assignee_cannot_see",
    });
  });

  it("is done once, by whoever was first, and can be opened again", async () => {
    const id = await addTask(pool, world, world.owner);
    await updateTask(pool, world.colleague, id, 1, { is_done: true });
    const done = await readTask(pool, id);
    expect(done).toMatchObject({ is_done: true, done_by: world.colleague.memberId });
    // Who did the same meanwhile is not asked anything.
    expect(await updateTask(pool, world.owner, id, 1, { is_done: true })).toMatchObject({
      status: "saved",
    });
    expect(await readTask(pool, id)).toMatchObject({
      done_at: done.done_at,
      done_by: world.colleague.memberId,
    });
    await updateTask(pool, world.owner, id, 3, { is_done: false });
    expect(await readTask(pool, id)).toMatchObject({ done_at: null, done_by: null });
  });

  it("merges edits of different fields, asks about the same, and answers a retry alike", async () => {
    const id = await addTask(pool, world, world.owner);
    const mutationId = randomUUID();
    const move = () => updateTask(pool, world.owner, id, 1, { due_on: "2026-12-01" }, mutationId);
    expect(await move()).toMatchObject({ status: "saved", task: { version: 2 } });
    expect(await move()).toMatchObject({ status: "saved", task: { version: 2 } });
    expect(await updateTask(pool, world.colleague, id, 1, { title: "Anrufen" })).toMatchObject({
      status: "saved",
      task: { title: "Anrufen", dueOn: "2026-12-01" },
    });
    expect(await updateTask(pool, world.colleague, id, 3, { due_on: null })).toMatchObject({
      status: "saved",
    });
    expect(await updateTask(pool, world.owner, id, 2, { due_on: "2027-01-01" })).toMatchObject({
      status: "conflict",
      fields: { due_on: { base: "2026-12-01", yours: "2027-01-01", theirs: null } },
    });
  });

  it("keeps to itself what a patch must not change", async () => {
    const id = await addTask(pool, world, world.owner);
    const { topic, created_by } = await readTask(pool, id);
    await updateTask(pool, world.owner, id, 1, {
      topic: `member:${world.owner.memberId}`,
      created_by: world.colleague.memberId,
      done_by: world.colleague.memberId,
    });
    expect(await readTask(pool, id)).toMatchObject({ topic, created_by, done_by: null });
  });

  it("is removed by those who may, once however often they ask; others are told why not", async () => {
    const id = await addTask(pool, world, world.owner);
    expect(await failure(remove(world.colleague, id))).toMatchObject({ message: "forbidden" });
    const mutationId = randomUUID();
    await remove(world.owner, id, mutationId);
    await remove(world.owner, id, mutationId);
    expect(await failure(remove(world.owner, id))).toMatchObject({ message: "task_not_found" });
    expect(await failure(updateTask(pool, world.owner, id, 1, { title: "x" }))).toMatchObject({
      message: "task_not_found",
    });
  });
});

describe("the visibility of a task", () => {
  it("is that of its opportunity, and follows it", async () => {
    const { id: about } = await createOpportunity(pool, world, world.owner, {
      p_team_id: world.teams.east,
    });
    const id = await addTask(pool, world, world.owner, { p_opportunity_id: about });
    expect([await sees(world.colleague, id), await sees(world.otherRep, id)]).toEqual([
      true,
      false,
    ]);
    await updateOpportunity(pool, world.owner, about, 1, { is_private: true });
    expect([await sees(world.owner, id), await sees(world.colleague, id)]).toEqual([true, false]);
    await updateOpportunity(pool, world.owner, about, 2, { is_private: false, team_id: null });
    expect(await sees(world.otherRep, id)).toBe(true);
    expect(await told(`team:${world.teams.east}`)).toEqual(["enter", "leave"]);
    expect(await told(`member:${world.owner.memberId}`)).toEqual(["enter", "leave"]);
    expect(await told(`workspace:${world.workspaceId}`)).toEqual(["enter"]);
  });

  it("stays closed when its opportunity goes, about whom it may be besides", async () => {
    const hidden = await createOpportunity(pool, world, world.owner, { p_is_private: true });
    const id = await addTask(pool, world, world.owner, {
      p_opportunity_id: hidden.id,
      p_party_id: world.customerId,
    });
    await call(pool, world.owner, "delete_opportunity", {
      p_id: hidden.id,
      p_mutation_id: randomUUID(),
    });
    expect(await value(pool, "select count(*)::int from public.tasks where id = $1", [id])).toBe(0);
    expect(await historyOf(world.colleague)).toEqual([]);
  });

  it("lets nobody wait in a ring who edits tasks while their opportunity changes hands", async () => {
    const { id: about } = await createOpportunity(pool, world, world.owner);
    await call(pool, world.owner, "log_communication", {
      p_id: randomUUID(),
      p_opportunity_id: about,
      p_type_code: "COMMENT_NOTE",
      p_mutation_id: randomUUID(),
      p_body: "Hallo",
    });
    const tasks = await Promise.all(
      [1, 2, 3].map(() => addTask(pool, world, world.owner, { p_opportunity_id: about })),
    );
    for (let round = 0; round < 20; round++) {
      const team = round % 2 === 0 ? world.teams.east : null;
      const results = await Promise.all([
        failure(updateOpportunity(pool, world.owner, about, 1 + round, { team_id: team })),
        ...tasks.map((id) =>
          failure(updateTask(pool, world.colleague, id, 100, { note: `Runde ${round}` })),
        ),
      ]);
      expect(results.map(({ code }) => code)).toEqual(["", "", "", ""]);
    }
  });
});

describe("the panel of an opportunity", () => {
  const list = (actor: Member, about: string) =>
    call(pool, actor, "opportunity_tasks", {
      p_workspace_id: world.workspaceId,
      p_opportunity_id: about,
    });

  it("shows what is to do about it and whom it may be given to", async () => {
    const { id: about } = await createOpportunity(pool, world, world.owner, { p_is_private: true });
    await addTask(pool, world, world.owner, { p_title: "Dazu", p_opportunity_id: about });
    await addTask(pool, world, world.owner, { p_title: "Nicht dazu" });
    expect(await list(world.owner, about)).toEqual({
      readerIds: [world.owner.memberId],
      tasks: [expect.objectContaining({ title: "Dazu" })],
    });
    expect(await failure(list(world.colleague, about))).toMatchObject({
      message: "opportunity_not_found",
    });
  });
});

describe("the page of a party", () => {
  it("shows what is open, soonest due first, and then what was done", async () => {
    const { id: about } = await createOpportunity(pool, world, world.owner);
    const add = (p_title: string, given: Row) =>
      addTask(pool, world, world.owner, { p_title, ...given });
    await add("Irgendwann", {});
    await add("Später", { p_due_on: "2027-01-01" });
    const done = await add("Erledigt", { p_due_on: "2020-01-01" });
    await add("Zuerst", { p_due_on: "2026-01-01", p_opportunity_id: about });
    await updateTask(pool, world.owner, done, 1, { is_done: true });
    const tasks = await openParty(world.colleague);
    expect(tasks.map(({ title }) => title)).toEqual(["Zuerst", "Später", "Irgendwann", "Erledigt"]);
    expect(tasks[0]).toMatchObject({ opportunity: { id: about, name: "Ein Geschäft" } });
  });

  it("shows nothing about opportunities out of sight", async () => {
    const hidden = await createOpportunity(pool, world, world.owner, { p_is_private: true });
    await addTask(pool, world, world.owner, {
      p_opportunity_id: hidden.id,
      p_party_id: world.customerId,
    });
    expect(await openParty(world.owner)).toHaveLength(1);
    expect(await openParty(world.colleague)).toEqual([]);
    expect(await historyOf(world.owner)).toHaveLength(1);
    expect(await historyOf(world.colleague)).toEqual([]);
  });

  it("tells in its history what became of tasks, also of those that were removed", async () => {
    const kept = await addTask(pool, world, world.owner, { p_title: "Bleibt" });
    const gone = await addTask(pool, world, world.owner, { p_title: "Geht" });
    await updateTask(pool, world.owner, kept, 1, { is_done: true });
    await remove(world.owner, gone);
    expect(await historyOf(world.colleague)).toMatchObject([
      { op: "delete", task: null, changes: { title: ["Geht", null] } },
      { op: "update", task: "Bleibt", changes: { is_done: [false, true] } },
      { op: "insert", task: "Bleibt" },
    ]);
  });
});
