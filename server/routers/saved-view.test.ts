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
let repId: string;
beforeAll(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
  const members = await workspace.admin.caller.member.list();
  repId = some(members.find(({ id }) => id !== workspace.adminId)).id;
});

const late = (isShared: boolean) => ({
  id: randomUUID(),
  ownerId: repId,
  name: "Überfällig",
  isShared,
  parameters: "signal=overdue",
});

const idsSeenBy = async ({ caller }: Actor) => (await caller.savedView.list()).map(({ id }) => id);

it("keeps a view for oneself until it is shared", async () => {
  const view = late(false);
  const saved = await rep.caller.savedView.create(view);
  expect(saved).toEqual({ ...view, kind: "board", version: 1 });
  expect(await rep.caller.savedView.create(view)).toEqual(saved);
  expect(await idsSeenBy(rep)).toContain(view.id);
  expect(await idsSeenBy(workspace.admin)).not.toContain(view.id);

  const share = { id: view.id, version: 1, patch: { isShared: true } };
  expect(await rep.caller.savedView.update(share)).toMatchObject({ isShared: true, version: 2 });
  expect(await idsSeenBy(workspace.admin)).toContain(view.id);
  expect(await codeOf(rep.caller.savedView.update(share))).toBe("conflict");
});

it("lets only its owner change a shared view, and an admin delete it", async () => {
  const view = late(true);
  await rep.caller.savedView.create(view);
  const { caller } = workspace.admin;
  const rename = { id: view.id, version: 1, patch: { name: "Anders" } };
  expect(await codeOf(caller.savedView.update(rename))).toBe("forbidden");
  expect(await rep.caller.savedView.update(rename)).toMatchObject({ name: "Anders" });
  await caller.savedView.delete({ id: view.id });
  expect(await idsSeenBy(rep)).not.toContain(view.id);
});

it("neither saves for others nor deletes what is theirs", async () => {
  const { caller } = workspace.admin;
  expect(await codeOf(caller.savedView.create(late(true)))).toBe("forbidden");
  const view = late(false);
  await rep.caller.savedView.create(view);
  expect(await codeOf(caller.savedView.delete({ id: view.id }))).toBe("forbidden");
  const shared = { ...late(true), ownerId: workspace.adminId };
  await caller.savedView.create(shared);
  expect(await codeOf(rep.caller.savedView.delete({ id: shared.id }))).toBe("forbidden");
});

it("refuses names and parameters without measure", async () => {
  const create = (given: object) =>
    codeOf(rep.caller.savedView.create({ ...late(false), ...given }));
  expect(await create({ name: "  " })).toBe("invalid_input");
  expect(await create({ name: "x".repeat(101) })).toBe("invalid_input");
  expect(await create({ parameters: "x".repeat(8001) })).toBe("invalid_input");
  expect(await create({ parameters: "" })).toBe("ok");
});

it("refuses parameters that no address can have", async () => {
  for (const parameters of ["q=\ud83d", "q=\u0000", "q=".padEnd(8001, "x")]) {
    const saving = rep.caller.savedView.create({ ...late(false), parameters });
    expect(await codeOf(saving)).toBe("invalid_input");
  }
});
