import type { BrowserContext, Page } from "@playwright/test";
import type { SeededWorkspace } from "@/seeds/factories";
import type { Database } from "./database";
import { expect, type Login, test } from "./fixtures";
import { boardIsLive, card, carryByKeys } from "./pages/board";
import { editField, openPanel } from "./pages/panel";
import { enterPassword } from "./pages/sign-in";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 4 } });

test("a page left open writes nothing while somebody else is signed in beside it", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep, other] = twoReps(workspace);
  const page = await signIn(rep);
  await boardIsLive(page);
  const context = page.context();
  await signInBeside(context, other);

  await page.bringToFront();
  await carryByKeys(page, "Rahmenvertrag 1", ["ArrowRight"]);
  await expect(page.getByText("Die Sitzung ist beendet.")).toBeVisible();
  await expect(page.getByText("1 Änderung wartet auf diesem Gerät.")).toBeVisible();
  expect(await authorsOf(database, workspace)).toEqual([]);

  await signInBeside(context, rep);
  await page.bringToFront();
  await expect.poll(() => authorsOf(database, workspace)).toEqual([rep.id]);
  await boardIsLive(page);
});

test("signing out says what is not written yet, and it is sent when its author is back", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep, other] = twoReps(workspace);
  const page = await signIn(rep);
  await boardIsLive(page);
  const panel = await openPanel(page, "Rahmenvertrag 1");
  await expect(panel.getByRole("textbox", { name: "Nächster Schritt" })).toBeVisible();
  // Nothing is written, everything else is answered.
  await page.route(/opportunity\.update/, (route) => route.abort());
  await editField(panel, "Nächster Schritt", "Anrufen");
  await panel.press("Escape");
  await expect(page.getByText("1 Änderung wartet auf diesem Gerät.")).toBeVisible();

  await chooseSignOut(page, rep.name);
  const question = page.getByRole("alertdialog", { name: "1 Änderung ist noch nicht gespeichert" });
  await question.getByRole("button", { name: "Abbrechen" }).click();
  await expect(question).toBeHidden();
  await chooseSignOut(page, rep.name);
  await question.getByRole("button", { name: "Abmelden" }).click();
  await page.waitForURL("**/sign-in");
  await page.unroute(/opportunity\.update/);

  // Nobody else sees or sends it, and nobody else is asked about it.
  await enterPassword(page, other);
  await page.waitForURL("**/board");
  await boardIsLive(page);
  await chooseSignOut(page, other.name);
  await page.waitForURL("**/sign-in");
  expect(await authorsOf(database, workspace)).toEqual([]);

  await enterPassword(page, rep);
  await page.waitForURL("**/board");
  await expect.poll(() => authorsOf(database, workspace)).toEqual([rep.id]);
});

test("what could still be undone when its author signs out is done", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const page = await signIn(rep);
  await boardIsLive(page);
  await card(page, "Rahmenvertrag 1").hover();
  await page.getByRole("button", { name: "Aktionen für Rahmenvertrag 1" }).click();
  await page.getByRole("menuitem", { name: "Löschen" }).click();
  await expect(page.getByRole("button", { name: "Rückgängig" })).toBeVisible();
  await chooseSignOut(page, rep.name);
  await page.waitForURL("**/sign-in");
  const left = await database.rows("select from public.opportunities where id = $1", [
    workspace.opportunityIds[0],
  ]);
  expect(left).toHaveLength(0);
});

/** Signs in in another tab of the same browser, which ends the session of whoever was. */
async function signInBeside(context: BrowserContext, login: Login): Promise<void> {
  await context.clearCookies({ name: /^spur-session/ });
  const tab = await context.newPage();
  await tab.goto("/sign-in");
  await enterPassword(tab, login);
  await tab.waitForURL("**/board");
  await tab.close();
}

async function chooseSignOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("menuitem", { name: "Abmelden", exact: true }).click();
}

/** Who changed the first opportunity since it was made, oldest change first. */
async function authorsOf(database: Database, workspace: SeededWorkspace): Promise<string[]> {
  const rows = await database.rows<{ actor_id: string }>(
    "select actor_id from public.change_history where entity_id = $1 and op = 'update' order by version",
    [workspace.opportunityIds[0]],
  );
  return rows.map((row) => row.actor_id);
}
