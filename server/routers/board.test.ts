import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { placeIn } from "@/domain/board-grouping";
import {
  callerWith,
  codeOf,
  connectToTestStack,
  newOpportunity,
  newWorkspace,
  some,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await newWorkspace();
});

it("opens with the cards, figures and numbers of one moment", async () => {
  const { caller } = workspace.admin;
  await caller.opportunity.create(newOpportunity(workspace));
  const board = await caller.board.open({});
  expect(board.stages.map(({ name }) => name)).toEqual(["Neu", "Angebot", "Gewonnen", "Verloren"]);
  expect(board.columns[workspace.stages.open]?.map(({ amount }) => amount)).toEqual(["1000.5"]);
  expect(board.figures).toEqual([
    {
      column: workspace.stages.open,
      currency: "EUR",
      count: 1,
      amount: "1000.5",
      weighted: "100.05",
    },
  ]);
  expect(await caller.board.heads()).toEqual(board.heads);
});

it("pages a column below a place", async () => {
  const { caller } = workspace.admin;
  const stageId = workspace.stages.quoted;
  for (const name of ["Dritte", "Zweite", "Erste"]) {
    await caller.opportunity.create({ ...newOpportunity(workspace, name), stageId });
  }
  const first = await caller.board.page({ column: stageId, after: null, pageSize: 2 });
  expect(first.cards.map(({ name }) => name)).toEqual(["Erste", "Zweite"]);
  const after = placeIn("stage", some(first.cards.at(-1)));
  const rest = await caller.board.page({ column: stageId, after, pageSize: 2 });
  expect(rest.cards.map(({ name }) => name)).toEqual(["Dritte"]);
});

it("catches up from the numbers it holds", async () => {
  const { caller } = workspace.admin;
  const cursors = await caller.board.heads();
  const added = newOpportunity(workspace, "Nachzügler");
  await caller.opportunity.create(added);
  const missed = await caller.board.catchUp({ cursors });
  expect(missed).toMatchObject({
    status: "caught_up",
    cards: [{ id: added.id, name: "Nachzügler" }],
  });
});

it("must be opened anew when the topics are others", async () => {
  const cursors = { [`workspace:${randomUUID()}`]: 3 };
  expect(await workspace.admin.caller.board.catchUp({ cursors })).toEqual({ status: "stale" });
});

it("is closed to members of other workspaces", async () => {
  const stranger = (await newWorkspace()).admin;
  const foreign = callerWith(stranger.cookies, workspace.id).board;
  expect(await codeOf(foreign.open({}))).toBe("workspace_not_found");
  expect(await codeOf(foreign.heads())).toBe("workspace_not_found");
  const page = { column: workspace.stages.open, after: null };
  expect(await codeOf(foreign.page(page))).toBe("workspace_not_found");
});
