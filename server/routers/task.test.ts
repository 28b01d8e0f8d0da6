import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import {
  type Actor,
  codeOf,
  connectToTestStack,
  join,
  newWorkspace,
  some,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let rep: Actor;

beforeAll(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
});

async function newTask(title: string) {
  const { caller } = workspace.admin;
  const party = await caller.party.create({ kind: "organization", name: `${title} GmbH` });
  const partyId = some(party.id);
  const id = randomUUID();
  const assigneeId = workspace.adminId;
  const mutationId = randomUUID();
  await caller.task.add({ id, mutationId, title, assigneeId, partyId, dueOn: "2026-12-01" });
  return { id, partyId };
}

it("is done and opened again by any member, and everybody finds it so", async () => {
  const { id, partyId } = await newTask("Anrufen");
  const shown = async () => (await rep.caller.party.byId({ id: partyId })).tasks;
  expect(await shown()).toMatchObject([
    { id, title: "Anrufen", dueOn: "2026-12-01", doneAt: null },
  ]);
  const set = (isDone: boolean, version: number) =>
    rep.caller.task.update({ id, version, patch: { isDone }, mutationId: randomUUID() });
  await set(true, 1);
  expect(await shown()).toMatchObject([{ id, doneAt: expect.any(String) }]);
  await set(false, 2);
  expect(await shown()).toMatchObject([{ id, doneAt: null, version: 3 }]);
});

it("answers an edit of what somebody else changed with both, by field", async () => {
  const { id } = await newTask("Angebot");
  const edit = (by: Actor, title: string) =>
    by.caller.task.update({ id, version: 1, patch: { title }, mutationId: randomUUID() });
  await edit(rep, "Angebot nachfassen");
  expect(await edit(workspace.admin, "Angebot schicken")).toMatchObject({
    status: "conflict",
    task: { version: 2 },
    fields: {
      title: { base: "Angebot", yours: "Angebot schicken", theirs: "Angebot nachfassen" },
    },
  });
});

it("is removed by whom it is for or from, and by managers; others learn that they may not", async () => {
  const { id } = await newTask("Besuch");
  const remove = (by: Actor) => codeOf(by.caller.task.remove({ id, mutationId: randomUUID() }));
  expect(await remove(rep)).toBe("forbidden");
  expect(await remove(workspace.admin)).toBe("ok");
  expect(await remove(workspace.admin)).toBe("task_not_found");
});

it("is about something and has words", async () => {
  const task = { id: randomUUID(), mutationId: randomUUID(), assigneeId: workspace.adminId };
  const { caller } = workspace.admin;
  expect(await codeOf(caller.task.add({ ...task, title: "Ohne Bezug" }))).toBe("invalid_input");
  const partyId = randomUUID();
  expect(await codeOf(caller.task.add({ ...task, partyId, title: " " }))).toBe("invalid_input");
});
