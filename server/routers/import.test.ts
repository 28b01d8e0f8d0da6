import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import {
  type Actor,
  codeOf,
  connectToTestStack,
  join,
  newWorkspace,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let rep: Actor;
beforeAll(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
});

const row = (rowNumber: number) => ({
  rowNumber,
  name: `Auftrag ${rowNumber}`,
  customerName: "Neu AG",
  customerKind: "organization" as const,
  stageId: workspace.stages.open,
  amount: "12.5",
  currency: "EUR",
  probability: null,
  expectedCloseOn: null,
  nextStep: null,
  nextStepOn: null,
  source: null,
  note: null,
});

async function begin(): Promise<string> {
  const id = randomUUID();
  await rep.caller.import.begin({ id, fileName: "chancen.csv", teamId: workspace.teamId });
  return id;
}

it("takes a file over piece by piece, and back again", async () => {
  const id = await begin();
  const first = { id, rows: [row(2), row(3)] };
  expect(await rep.caller.import.stage(first)).toEqual({ staged: 2 });
  expect(await rep.caller.import.stage(first)).toEqual({ staged: 2 });
  expect(await rep.caller.import.stage({ id, rows: [row(4)] })).toEqual({ staged: 3 });
  expect(await rep.caller.import.finish({ id })).toEqual({ status: "done", rowCount: 3 });
  expect(await rep.caller.import.finish({ id })).toEqual({ status: "done", rowCount: 3 });
  const board = await rep.caller.board.open({});
  expect(board.columns[workspace.stages.open]?.map(({ name }) => name)).toEqual([
    "Auftrag 2",
    "Auftrag 3",
    "Auftrag 4",
  ]);
  expect((await rep.caller.import.list())[0]).toMatchObject({ id, status: "done", rowCount: 3 });
  expect(await rep.caller.import.undo({ id })).toEqual({ status: "undone", rowCount: 3 });
  expect((await rep.caller.board.open({})).figures).toEqual([]);
});

it("stages nothing where no import waits", async () => {
  const id = await begin();
  await rep.caller.import.stage({ id, rows: [row(2)] });
  const colleague = await join(workspace, "rep");
  expect(await codeOf(colleague.caller.import.stage({ id, rows: [row(3)] }))).toBe(
    "import_not_found",
  );
  expect(await codeOf(colleague.caller.import.finish({ id }))).toBe("import_not_found");
  await rep.caller.import.finish({ id });
  expect(await codeOf(rep.caller.import.stage({ id, rows: [row(3)] }))).toBe("import_not_found");
});

it("discards what is staged, for whoever staged it", async () => {
  const id = await begin();
  await rep.caller.import.stage({ id, rows: [row(2)] });
  expect(await codeOf(workspace.admin.caller.import.discard({ id }))).toBe("forbidden");
  const colleague = await join(workspace, "rep");
  await colleague.caller.import.discard({ id });
  expect((await rep.caller.import.list()).map((one) => one.id)).toContain(id);
  expect(await rep.caller.import.discard({ id })).toEqual({ id });
  expect(await rep.caller.import.discard({ id })).toEqual({ id });
  expect((await rep.caller.import.list()).map((one) => one.id)).not.toContain(id);
  expect(await codeOf(rep.caller.import.finish({ id }))).toBe("import_not_found");
});

it("does not discard what is taken over", async () => {
  const id = await begin();
  await rep.caller.import.stage({ id, rows: [row(2)] });
  await rep.caller.import.finish({ id });
  expect(await codeOf(rep.caller.import.discard({ id }))).toBe("import_not_found");
  expect(await rep.caller.import.undo({ id })).toEqual({ status: "undone", rowCount: 1 });
});

it("names the field of the row that cannot be read", async () => {
  const id = await begin();
  const rows = [row(2), { ...row(3), amount: "12,5" }];
  await expect(rep.caller.import.stage({ id, rows })).rejects.toMatchObject({
    cause: { issues: [{ path: ["rows", 1, "amount"] }] },
  });
});

it("is not for marketing", async () => {
  const { caller } = await join(workspace, "marketing");
  const begun = caller.import.begin({ id: randomUUID(), fileName: "a.csv", teamId: null });
  expect(await codeOf(begun)).toBe("forbidden");
});
