import type { SeededWorkspace } from "@/seeds/factories";
import { expectBoardsToEqualDatabase } from "./converge";
import { expect, test } from "./fixtures";
import {
  boardIsLive,
  card,
  carryByKeys,
  column,
  dragCard,
  moveByMenu,
  quickAdd,
} from "./pages/board";
import { editField, logCall, openPanel } from "./pages/panel";
import { openTwoBoards } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 10 } });

test.describe("Two reps on one board", () => {
  test("a card dragged by one moves on the other's board to the same place", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    await dragCard(one, "Rahmenvertrag 1", { stage: "Angebot", place: 1 });
    await expect(card(two, "Rahmenvertrag 1")).toHaveCount(1);
    await expect(
      column(two, "Angebot").getByText("Rahmenvertrag 1", { exact: true }),
    ).toBeVisible();
    await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
    const [moved] = await database.rows<{ id: string }>(
      `select id from public.opportunities where stage_id = $1 order by rank offset 1 limit 1`,
      [stageId(workspace, "Angebot")],
    );
    expect(moved?.id).toBe(workspace.opportunityIds[0]);
  });

  test("keyboard and menu move a card as well", async ({ workspace, signIn, database }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    await carryByKeys(one, "Rahmenvertrag 2", ["ArrowRight", "ArrowDown"]);
    await expect(
      column(two, "Angebot").getByText("Rahmenvertrag 2", { exact: true }),
    ).toBeVisible();
    await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
    await moveByMenu(two, "Rahmenvertrag 3", "Gewonnen");
    await expect(
      column(one, "Gewonnen").getByText("Rahmenvertrag 3", { exact: true }),
    ).toBeAttached();
    await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
  });

  test("moves of both at the same moment end in one order", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    await Promise.all([
      dragCard(one, "Rahmenvertrag 1", { stage: "Angebot", place: 1 }),
      dragCard(two, "Rahmenvertrag 2", { stage: "Angebot", place: 1 }),
    ]);
    await Promise.all([
      carryByKeys(one, "Rahmenvertrag 5", ["ArrowRight"]),
      carryByKeys(two, "Rahmenvertrag 5", ["ArrowRight", "ArrowRight"]),
    ]);
    await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
  });

  test("a new card, a logged call and an edited field reach the other at once", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    const wanted = { customer: "Fährhaus Möwe", name: "Schürzen mit Stick", amount: "1.250,50" };
    await quickAdd(one, "Bedarf geklärt", wanted);
    await expect(card(two, wanted.name)).toContainText("1.250,50");
    await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });

    const [mine, theirs] = await Promise.all([
      openPanel(one, wanted.name),
      openPanel(two, wanted.name),
    ]);
    await logCall(mine, "Rückruf vereinbart", "Frau Möwe ist ab Dienstag wieder da.");
    await expect(theirs.getByText("Rückruf vereinbart")).toBeVisible();
    await expect(theirs.getByText("Frau Möwe ist ab Dienstag wieder da.")).toBeVisible();

    await editField(mine, "Betrag", "2.000");
    await expect(theirs.getByRole("textbox", { name: "Betrag" })).toHaveValue("2.000");
    await editField(theirs, "Nächster Schritt", "Muster schicken");
    await expect(mine.getByRole("textbox", { name: "Nächster Schritt" })).toHaveValue(
      "Muster schicken",
    );
    await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
  });

  test("a browser that reports no network stays live as long as the server answers", async ({
    workspace,
    signIn,
  }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    await two.evaluate(() => {
      Object.defineProperty(navigator, "onLine", { get: () => false });
      window.dispatchEvent(new Event("offline"));
    });
    await moveByMenu(one, "Rahmenvertrag 1", "Angebot");
    await expect(
      column(two, "Angebot").getByText("Rahmenvertrag 1", { exact: true }),
    ).toBeVisible();
    await boardIsLive(two);
  });
});

function stageId({ stages }: SeededWorkspace, name: string): string | undefined {
  return stages.find((stage) => stage.name === name)?.id;
}
