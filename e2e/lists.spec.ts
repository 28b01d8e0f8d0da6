import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import {
  addReachableParties,
  addToOpenList,
  blacklist,
  listRow,
  makeList,
  openList,
  openLists,
  subscriptionRow,
} from "./pages/lists";
import { openPartyList, select } from "./pages/party-list";

test.use({ workspaceSeed: { reps: 1, marketing: 1 } });

const [anna, nils, bernd] = ["Anna Alt", "Nils Neu", "Bernd Boese"] as const;

test("marketing makes a list and fills it, who is blacklisted is left out, and a colleague sees it live", async ({
  workspace,
  signIn,
  database,
}) => {
  const [marketing] = workspace.marketing;
  const [rep] = workspace.reps;
  if (!marketing || !rep) throw new Error("The seed has somebody of marketing and a rep.");
  const [, , bad] = await addReachableParties(database, workspace.id, [anna, nils, bernd]);
  await blacklist(database, workspace.id, bad ?? "");
  const [one, two] = await Promise.all([signIn(marketing), signIn(rep)]);
  await Promise.all([openLists(one), openLists(two)]);

  await test.step("a list appears with the colleague, who may not change it", async () => {
    await expect(two.getByText("Noch keine Listen")).toBeVisible();
    await makeList(one, "Neuigkeiten");
    await expect(listRow(two, "Neuigkeiten")).toContainText("0 wartend");
    await expect(two.getByRole("button", { name: "Neue Liste" })).toBeHidden();
    await expect(two.getByRole("button", { name: "Aktionen für" })).toBeHidden();
  });

  await test.step("many are asked from the contacts, and the outcome is told", async () => {
    await openPartyList(one, workspace.slug, "?kind=person");
    await select(one, anna, bernd);
    await one.getByRole("button", { name: "Auf eine Liste …" }).click();
    const dialog = one.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Liste" }).selectOption({ label: "Neuigkeiten" });
    await dialog.getByRole("button", { name: "Per E-Mail fragen" }).click();
    await expect(
      one.getByText(
        "1 Kontakt wird per E-Mail gefragt und 1 steht auf der Sperrliste und bleibt außen vor.",
      ),
    ).toBeVisible();
    await expect(listRow(two, "Neuigkeiten")).toContainText("1 wartend");
  });

  await test.step("one is asked from the list, and stands on it before both", async () => {
    await openLists(one);
    await Promise.all([openList(one, "Neuigkeiten"), openList(two, "Neuigkeiten")]);
    await addToOpenList(one, nils);
    await expect(subscriptionRow(two, nils)).toContainText("nils-neu@spur.example");
    await expect(subscriptionRow(two, anna)).toContainText("Wartend");
    await expect(subscriptionRow(two, bernd)).toBeHidden();
    await expect(two.getByRole("radio", { name: "Wartend" })).toHaveAccessibleName(/2/);
  });

  await test.step("who is blacklisted later stays, marked as left out", async () => {
    const [party] = await database.rows<{ id: string }>(
      "select id from public.parties where workspace_id = $1 and name = $2",
      [workspace.id, anna],
    );
    await blacklist(database, workspace.id, party?.id ?? "");
    await expect(subscriptionRow(two, anna)).toContainText("Ausgelassen");
  });

  await test.step("a row opens the consents, and takes off for good", async () => {
    await subscriptionRow(one, nils).getByRole("button", { name: nils, exact: true }).click();
    const panel = one.getByRole("dialog", { name: nils });
    await expect(panel.getByRole("list", { name: "Verlauf der Einwilligung" })).toContainText(
      "Um Bestätigung gebeten",
    );
    await expectReadable(one);
    await panel.getByRole("button", { name: "Endgültig austragen" }).click();
    await expect(panel.getByText("Von der Liste genommen")).toBeVisible();
    await expect(subscriptionRow(two, nils)).toContainText("Abgemeldet");
    await one.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await addToOpenList(one, nils);
    await expect(
      one.getByText("1 hat früher abgelehnt und kann nur selbst zurückkommen."),
    ).toBeVisible();
  });

  await test.step("search and state narrow the list, and the file holds what is shown", async () => {
    await one.getByRole("radio", { name: "Wartend" }).check();
    await expect(subscriptionRow(one, nils)).toBeHidden();
    await one.getByRole("textbox", { name: "Diese Liste durchsuchen" }).fill("anna-alt@");
    await expect(subscriptionRow(one, anna)).toBeVisible();
    const [download] = await Promise.all([
      one.waitForEvent("download"),
      one.getByRole("button", { name: "Das Gezeigte exportieren" }).click(),
    ]);
    const file = await readFile(await download.path(), "utf8");
    expect(file).toContain("Anna Alt;anna-alt@spur.example;Wartend;");
    expect(file).not.toContain("Nils Neu");
  });
});

test("a list is archived, and that is taken back", async ({ workspace, signIn }) => {
  const page = await signIn(workspace.admin);
  await openLists(page);
  await makeList(page, "Messetermine");
  await expectReadable(page);
  await listRow(page, "Messetermine").getByRole("button", { name: "Aktionen für" }).click();
  await page.getByRole("menuitem", { name: "Archivieren" }).click();
  await expect(listRow(page, "Messetermine")).toBeHidden();
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(listRow(page, "Messetermine")).toBeVisible();
});

/** No serious finding of axe on what is shown. */
async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious).toEqual([]);
}
