import { expect, test } from "./fixtures";
import { editField, openPanel } from "./pages/panel";
import { openTwoBoards } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 2 } });

test("who edits a field that changed under their hands is asked, and overwrites nothing", async ({
  workspace,
  signIn,
  database,
}) => {
  const [one, two] = await openTwoBoards(workspace, signIn);
  const [first, second] = [
    await openPanel(one, "Rahmenvertrag 1"),
    await openPanel(two, "Rahmenvertrag 1"),
  ];
  // The second begins before the first saves, and goes on typing after it.
  await second.getByRole("textbox", { name: "Nächster Schritt" }).fill("Anrufen");
  await editField(first, "Nächster Schritt", "Muster schicken");
  await stored(database, workspace.opportunityIds[0], "Muster schicken");
  await editField(second, "Nächster Schritt", "Anrufen am Montag");

  const question = second.getByRole("alert").filter({ hasText: "Jemand hat dieses Feld" });
  await expect(question).toContainText("Muster schicken");
  await expect(question).toContainText("Anrufen am Montag");
  await stored(database, workspace.opportunityIds[0], "Muster schicken");

  await question.getByRole("button", { name: "Eigene behalten" }).click();
  await stored(database, workspace.opportunityIds[0], "Anrufen am Montag");
  await expect(first.getByRole("textbox", { name: "Nächster Schritt" })).toHaveValue(
    "Anrufen am Montag",
  );
});

test("edits of different fields at the same moment are both saved", async ({
  workspace,
  signIn,
  database,
}) => {
  const [one, two] = await openTwoBoards(workspace, signIn);
  const [first, second] = [
    await openPanel(one, "Rahmenvertrag 2"),
    await openPanel(two, "Rahmenvertrag 2"),
  ];
  await first.getByRole("textbox", { name: "Nächster Schritt" }).fill("Termin vereinbaren");
  await second.getByRole("textbox", { name: "Betrag" }).fill("4.200");
  await Promise.all([
    first.getByRole("textbox", { name: "Nächster Schritt" }).press("Enter"),
    second.getByRole("textbox", { name: "Betrag" }).press("Enter"),
  ]);
  for (const panel of [first, second]) {
    await expect(panel.getByRole("textbox", { name: "Nächster Schritt" })).toHaveValue(
      "Termin vereinbaren",
    );
    await expect(panel.getByRole("textbox", { name: "Betrag" })).toHaveValue("4.200");
    await expect(panel.getByRole("alert")).toHaveCount(0);
  }
  await stored(database, workspace.opportunityIds[1], "Termin vereinbaren");
});

async function stored(
  database: { rows(sql: string, values: unknown[]): Promise<{ next_step?: string }[]> },
  id: string | undefined,
  nextStep: string,
): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await database.rows(
        "select next_step from public.opportunities where id = $1",
        [id],
      );
      return row?.next_step;
    })
    .toBe(nextStep);
}
