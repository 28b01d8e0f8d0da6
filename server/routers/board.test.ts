import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { queryOf, readFilter } from "@/domain/board-filter";
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

it.each([
  "q=%00",
  "q=a%00b%ED%A0%80%C2%85",
  `q=${"x".repeat(99)}😀`,
  `q=${"😀".repeat(60)}`,
  `q=${"%CC%81".repeat(150)}`,
  "q=%5C%25_'--%24%24%7B%7D",
  "close=0000-01-01..",
  "close=0001-01-01..9999-12-31&group=month&signal=later",
  "view=forecast&close=9999-12-31..",
  "owner=AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA,me,none&team=none",
  "min=999999999999999.9999&max=0&view=list&group=owner",
  "q=a&q=b&group=owner&group=month",
])("opens whatever an address says: %s", async (said) => {
  const { admin, adminId: memberId } = workspace;
  const query = queryOf(readFilter(new URLSearchParams(said)), { today: "2026-11-25", memberId });
  await expect(admin.caller.board.open({ query })).resolves.toHaveProperty("columns");
});

it("takes a text that no board would ask for", async () => {
  const { caller } = workspace.admin;
  for (const text of ["a\u0000b", "a\ud83d", "\ude00a"]) {
    const query = { group: "stage", condition: { text } } as const;
    expect((await caller.board.open({ query })).figures).toEqual([]);
  }
});

it("refuses a day and a place that there are not", async () => {
  const { caller } = workspace.admin;
  const from = (closeFrom: string) =>
    caller.board.open({ query: { group: "stage", condition: { closeFrom } } });
  expect(await codeOf(from("0000-01-01"))).toBe("invalid_input");
  expect(await codeOf(from("2026-02-30"))).toBe("invalid_input");
  const query = { group: "month", today: "2026-11-25", condition: {} } as const;
  const page = (column: string, after: string) =>
    caller.board.page({ column, after, query, pageSize: 10 });
  for (const [column, after] of [
    ["0000-00", "~ 00000000-0000-4000-8000-000000000000"],
    ["2026-13", "2026-12-01"],
    ["2026-12", "2026-12-01"],
    ["2026-12", `2026-99-99 ${randomUUID()}`],
    ["2026-12", `2026-12-01 ${"-".repeat(36)}`],
    ["2026-12", `a0 ${randomUUID()}`],
  ] as const) {
    expect(await codeOf(page(column, after))).toBe("invalid_input");
  }
});
