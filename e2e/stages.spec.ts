import { expectBoardsToEqualDatabase } from "./converge";
import { expect, test } from "./fixtures";
import { boardIsLive, column } from "./pages/board";
import { awake } from "./pages/sign-in";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 8 } });

test("an open board follows while an admin rebuilds its stages", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const reader = { workspaceId: workspace.id };
  const [board, admin] = await Promise.all([signIn(rep), signIn(workspace.admin)]);
  await boardIsLive(board);
  await admin.goto(`/${workspace.slug}/settings/stages`);

  await test.step("renamed", async () => {
    const name = admin.getByRole("textbox", { name: "Name der Stufe Angebot" });
    await awake(name);
    await name.fill("Offerte");
    await name.press("Enter");
    await expect(column(board, "Offerte")).toBeVisible();
    await expectBoardsToEqualDatabase([board], database, reader);
  });

  await test.step("weighted anew", async () => {
    const field = admin.getByLabel("Wahrscheinlichkeit der Stufe Offerte in Prozent");
    await field.fill("55");
    await field.press("Enter");
    await expect
      .poll(async () => {
        const [stage] = await database.rows<{ probability: number }>(
          "select probability from public.stages where workspace_id = $1 and name = 'Offerte'",
          [workspace.id],
        );
        return stage?.probability;
      })
      .toBe(55);
    await expectBoardsToEqualDatabase([board], database, reader);
  });

  await test.step("added", async () => {
    await admin.getByRole("textbox", { name: "Name der neuen Stufe" }).fill("Vorführung");
    await admin.getByRole("button", { name: "Neue Stufe" }).click();
    await expect(column(board, "Vorführung")).toBeVisible();
    await expectBoardsToEqualDatabase([board], database, reader);
  });

  await test.step("put in another order", async () => {
    await admin.getByRole("button", { name: "Vorführung nach oben" }).click();
    await expect
      .poll(() => board.getByRole("heading", { level: 2 }).allTextContents())
      .toEqual([
        "Erstkontakt",
        "Bedarf geklärt",
        "Offerte",
        "Vorführung",
        "Verhandlung",
        "Gewonnen",
        "Verloren",
      ]);
    await expectBoardsToEqualDatabase([board], database, reader);
  });

  await test.step("retired, its cards moved", async () => {
    await admin.getByRole("button", { name: "Bedarf geklärt entfernen" }).click();
    const dialog = admin.getByRole("dialog");
    await expect(dialog).toContainText("2 Karten ziehen um.");
    await dialog.getByLabel("Wohin mit den Karten?").selectOption({ label: "Offerte" });
    await dialog.getByRole("button", { name: "Entfernen und umziehen" }).click();
    await expect(column(board, "Bedarf geklärt")).toHaveCount(0);
    await expectBoardsToEqualDatabase([board], database, reader);
  });
});
