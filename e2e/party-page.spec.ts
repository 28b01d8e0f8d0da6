import AxeBuilder from "@axe-core/playwright";
import { addParty } from "./database";
import { expect, test } from "./fixtures";
import { choose, giveRole, openParty, part, relate, roleMark } from "./pages/party";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 2 } });

test.describe("The page of a party", () => {
  test("is edited by two at once: different fields merge, the same is asked about", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep, colleague] = twoReps(workspace);
    const id = await addParty(database, workspace, "organization", "Mustermann GmbH");
    const page = await signIn(rep);
    const elsewhere = await signIn(colleague);
    for (const screen of [page, elsewhere]) await openParty(screen, workspace.slug, id);
    await page.getByLabel("Branche").fill("Brauerei");
    await elsewhere.getByLabel("Rechtsform").fill("GmbH");
    await elsewhere.getByLabel("Rechtsform").press("Enter");
    await page.getByLabel("Branche").press("Enter");
    await expect(elsewhere.getByLabel("Branche")).toHaveValue("Brauerei");
    await expect(page.getByLabel("Rechtsform")).toHaveValue("GmbH");

    await elsewhere.getByLabel("Branche").fill("Bäckerei");
    await page.getByLabel("Branche").fill("Mälzerei");
    // Who is second is asked, so this one must have been first.
    const written = page.waitForResponse((response) => response.url().includes("party.update"));
    await page.getByLabel("Branche").press("Enter");
    await written;
    await elsewhere.getByLabel("Branche").press("Enter");
    const problem = elsewhere.getByRole("alert").filter({ hasText: "inzwischen geändert" });
    await expect(problem.getByText("Mälzerei")).toBeVisible();
    await problem.getByRole("button", { name: "Eigene behalten" }).click();
    await expect(page.getByLabel("Branche")).toHaveValue("Bäckerei");
  });

  test("shows a postal address as its country writes it, and takes it back", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep] = twoReps(workspace);
    const id = await addParty(database, workspace, "organization", "Mustermann GmbH");
    const page = await signIn(rep);
    await openParty(page, workspace.slug, id);
    await choose(page, page.getByRole("button", { name: "Kontaktweg hinzufügen" }), "Anschrift");
    await page.getByLabel("Straße und Hausnummer").fill("10 Downing Street");
    await page.getByLabel("Postleitzahl").fill("SW1A 2AA");
    await page.getByLabel("Ort", { exact: true }).fill("London");
    await page.getByLabel("Land", { exact: true }).selectOption("GB");
    await page.getByRole("button", { name: "Speichern" }).click();
    const address = page.getByRole("link", { name: /^Anschrift von/ });
    await expect(address).toHaveText("10 Downing Street\nLondon\nSW1A 2AA");
    await choose(page, page.getByRole("button", { name: /^Aktionen für 10 Downing/ }), "Entfernen");
    await expect(address).toBeHidden();
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect(address).toBeVisible();
  });

  test("takes roles and classes that the workspace named itself", async ({
    workspace,
    signIn,
    database,
  }) => {
    const id = await addParty(database, workspace, "organization", "Mustermann GmbH");
    const page = await signIn(workspace.admin);
    await openParty(page, workspace.slug, id);
    const dialog = page.getByRole("dialog");
    for (const [title, button, entry, name] of [
      ["Rollen", "Rolle hinzufügen", "Eigene Rolle …", "Stammgast"],
      ["Einstufung", "Einstufung hinzufügen", "Eigene Klasse …", "Messekontakt"],
    ] as const) {
      await choose(page, part(page, title).getByRole("button", { name: button }), entry);
      await dialog.getByRole("textbox").fill(name);
      await dialog.getByRole("textbox").press("Enter");
      await expect(dialog).toBeHidden();
      await expect(part(page, title).getByRole("button", { name, exact: true })).toBeVisible();
    }
  });

  test("tells when a role began and ended, and refuses what overlaps", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep] = twoReps(workspace);
    const id = await addParty(database, workspace, "organization", "Mustermann GmbH");
    await database.rows(
      `insert into public.party_roles (workspace_id, party_id, role_code, valid)
       values ($1, $2, 'SUPPLIER', '[2020-01-01,2021-01-01)')`,
      [workspace.id, id],
    );
    const page = await signIn(rep);
    await openParty(page, workspace.slug, id);
    await expect(
      part(page, "Rollen").getByText("Lieferant: 01.01.2020 bis 31.12.2020"),
    ).toBeVisible();
    await giveRole(page, "Lieferant");
    await choose(page, roleMark(page, "Lieferant"), "Zeitraum ändern …");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Erster Tag").fill("2020-06-01");
    await dialog.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByText(/In diesem Zeitraum gilt das schon/)).toBeVisible();
    await dialog.getByLabel("Erster Tag").fill("2021-01-01");
    await dialog.getByLabel("Letzter Tag").fill("2020-12-31");
    await expect(dialog.getByText("Der letzte Tag liegt vor dem ersten.")).toBeVisible();
    await dialog.getByLabel("Letzter Tag").fill("2024-12-31");
    await dialog.getByRole("button", { name: "Speichern" }).click();
    await expect(dialog).toBeHidden();
    await expect(
      part(page, "Rollen").getByText("Lieferant: 01.01.2021 bis 31.12.2024"),
    ).toBeVisible();
  });

  test("says kindly when there is no such party", async ({ workspace, signIn }) => {
    const [rep] = twoReps(workspace);
    const page = await signIn(rep);
    await page.goto(`/${workspace.slug}/parties/00000000-0000-0000-0000-000000000000`);
    await expect(page.getByText("Diesen Kontakt gibt es nicht mehr")).toBeVisible();
  });

  for (const [name, options] of [
    ["a desktop, light", { viewport: { width: 1440, height: 900 } }],
    ["a tablet, dark", { viewport: { width: 768, height: 1024 }, colorScheme: "dark" }],
    ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ] as const) {
    test(`has nothing that keeps people out, on ${name}`, async ({
      workspace,
      signIn,
      database,
    }) => {
      const [rep] = twoReps(workspace);
      const id = await addParty(database, workspace, "organization", "Mustermann GmbH");
      const page = await signIn(rep, options);
      await openParty(page, workspace.slug, id);
      await relate(page, { type: "Arbeitet hier", party: "Maxinchen Musterfrau" });
      for (const tab of [/^Überblick/, /^Beziehungen/, /^Verlauf/]) {
        await page.getByRole("tab", { name: tab }).click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(options.viewport.width);
      }
    });
  }
});
