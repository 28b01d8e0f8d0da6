import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import {
  addReachableParties,
  addToOpenList,
  blacklist,
  chooseWayOntoList,
  listRow,
  makeList,
  openList,
  openLists,
  saveSharedView,
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

test("a whole view is asked, page by page, also while its member is elsewhere, and the mails are told", async ({
  workspace,
  signIn,
  database,
}) => {
  const [marketing] = workspace.marketing;
  if (!marketing) throw new Error("The seed has somebody of marketing.");
  const names = Array.from({ length: 1100 }, (_, index) => `Viele Nr${index + 1}`);
  const [, second] = await addReachableParties(database, workspace.id, names);
  await blacklist(database, workspace.id, second ?? "");
  await saveSharedView(database, workspace.id, "Viele", "q=Viele");
  const page = await signIn(marketing);
  await openLists(page);
  await makeList(page, "Neuigkeiten");
  await openList(page, "Neuigkeiten");

  await test.step("the view tells beforehand what would become of whom", async () => {
    await chooseWayOntoList(page, "Aus einer Ansicht …");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Ansicht" }).selectOption("Viele (geteilt)");
    await expect(dialog.getByText("1.100 Kontakte in dieser Ansicht")).toBeVisible();
    await expect(dialog.getByRole("definition")).toHaveText(["1.099", "0", "0", "1", "0"]);
    await expectReadable(page);
    await dialog.getByRole("button", { name: "Per E-Mail fragen" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("it goes on elsewhere, and nobody is asked twice", async () => {
    await page.getByRole("link", { name: "Alle Listen" }).click();
    await expect(listRow(page, "Neuigkeiten")).toContainText("1.099 wartend", { timeout: 30_000 });
    await openList(page, "Neuigkeiten");
    const note = page.getByRole("region", { name: "Ansicht wird hinzugefügt" });
    await expect(note).toContainText("1.099 Kontakte werden per E-Mail gefragt");
    await note.getByRole("button", { name: "Schließen" }).click();
    await expect(note).toBeHidden();
    const [mails] = await database.rows<{ count: number }>(
      "select count(*)::integer as count from public.mails where workspace_id = $1",
      [workspace.id],
    );
    expect(mails?.count).toBe(1099);
  });

  await test.step("each mail is told, found by its address", async () => {
    await openLists(page);
    await page.getByRole("link", { name: "Mails", exact: true }).click();
    await page.getByRole("textbox", { name: "Nach Adresse suchen" }).fill("nr1100@");
    const rows = page.getByRole("list", { name: "Mails", exact: true }).getByRole("listitem");
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText("Bitte um Bestätigung");
    await expectReadable(page);
  });
});

test("consents come from a file with their proof, and stand with the contact, who is taken off for good", async ({
  workspace,
  signIn,
  database,
}) => {
  const [marketing] = workspace.marketing;
  if (!marketing) throw new Error("The seed has somebody of marketing.");
  const [annaId] = await addReachableParties(database, workspace.id, [anna]);
  const page = await signIn(marketing);
  await openLists(page);
  await makeList(page, "Neuigkeiten");
  await openList(page, "Neuigkeiten");
  await chooseWayOntoList(page, "Mit Einwilligungen aus einer Datei …");

  await test.step("the file is checked, and wrong rows are named", async () => {
    const lines = [
      "E-Mail;Vorname;Nachname;Datum",
      "anna-alt@spur.example;Anna;Alt;09.03.2024",
      "nils@spur.example;Nils;Neu;",
      "kaputt;Karl;Kaputt;",
    ];
    await page.locator("input[type=file]").setInputFiles({
      name: "messe.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(lines.join("\n")),
    });
    await page.getByRole("textbox", { name: "Wozu und wie zugestimmt wurde" }).fill("Ja, gern.");
    await page
      .getByRole("group", { name: "Einwilligung" })
      .getByLabel("Tag der Einwilligung")
      .fill("2024-05-01");
    await expect(page.getByRole("list", { name: "Zeilen, die außen vor bleiben" })).toHaveText(
      "Zeile 4keine gültige E-Mail-Adressekaputt",
    );
    await expectReadable(page);
  });

  await test.step("nothing is taken over without a place for the proof", async () => {
    const take = page.getByRole("button", { name: "2 Einwilligungen übernehmen" });
    await take.click();
    await expect(page.getByText("Ohne Nachweis darf niemand auf die Liste.")).toBeVisible();
    await page.getByRole("textbox", { name: "Wo der Nachweis liegt" }).fill("Ordner Messe");
    await take.click();
    await expect(page.getByText("stehen jetzt auf der Liste")).toBeVisible();
    await expect(page.getByRole("definition").first()).toHaveText("2");
  });

  await test.step("the contact tells of the list, and leaves it after a question", async () => {
    await page.goto(`/${workspace.slug}/parties/${annaId}`);
    const lists = page.getByRole("list", { name: "Listen", exact: true });
    await expect(lists).toContainText("Bestätigt");
    await expect(lists).toContainText("aus einer importierten Datei, gegeben am 09.03.2024");
    await lists.getByRole("button", { name: "Aktionen für „Neuigkeiten“" }).click();
    await page.getByRole("menuitem", { name: "Austragen …" }).click();
    const question = page.getByRole("alertdialog");
    await expect(question).toContainText("lässt sich das nicht rückgängig machen");
    await question.getByRole("button", { name: "Endgültig austragen" }).click();
    await expect(lists).toContainText("Abgemeldet");
  });
});

/** No serious finding of axe on what is shown. */
async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious).toEqual([]);
}
