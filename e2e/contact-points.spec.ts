import type { Page } from "@playwright/test";
import { addParty } from "./database";
import { expect, test } from "./fixtures";
import { choose, openParty, part } from "./pages/party";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2 } });

test.describe("Ways to reach a party", () => {
  test("are changed in place: asked about where two change it, and taken back", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep, colleague] = twoReps(workspace);
    const id = await addParty(database, workspace, "organization", "Mustermann GmbH");
    await database.rows(
      `insert into public.contact_points (workspace_id, party_id, kind, value, verified_at)
       values ($1, $2, 'email', 'info@mustermann.de', now())`,
      [workspace.id, id],
    );
    const page = await signIn(rep);
    const elsewhere = await signIn(colleague);
    for (const screen of [page, elsewhere]) {
      await openParty(screen, workspace.slug, id);
      await choose(screen, screen.getByRole("button", { name: /^Aktionen für info/ }), "Ändern");
    }
    const field = (screen: Page) => screen.getByLabel("E-Mail, Telefon oder Webseite von");
    const link = (screen: Page) => part(screen, "Kontaktwege").getByRole("link");
    await expect(field(page)).toHaveValue("info@mustermann.de");
    await expect(field(page)).toHaveAccessibleDescription(/ist bestätigt/);
    await field(page).fill("030 123456");
    await field(page).press("Enter");
    await expect(page.getByText(/eine andere Art von Kontaktweg/)).toBeVisible();
    await field(page).fill("verkauf@mustermann.de");
    await field(page).press("Enter");
    await expect(link(page)).toHaveText("verkauf@mustermann.de");
    await expect(page.getByRole("img", { name: "Bestätigt" })).toHaveCount(0);

    // What the colleague types stays theirs until they decide.
    await field(elsewhere).fill("einkauf@mustermann.de");
    await field(elsewhere).press("Enter");
    const problem = elsewhere.getByRole("alert").filter({ hasText: "inzwischen geändert" });
    await expect(problem.getByText("verkauf@mustermann.de")).toBeVisible();
    await problem.getByRole("button", { name: "Eigene behalten" }).click();
    await expect(link(page)).toHaveText("einkauf@mustermann.de");
    await elsewhere.getByRole("button", { name: "Rückgängig" }).click();
    await expect(link(page)).toHaveText("info@mustermann.de");
  });

  test("that are postal addresses are changed in their parts", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep] = twoReps(workspace);
    const id = await addParty(database, workspace, "organization", "Mustermann GmbH");
    await database.rows(
      `insert into public.contact_points (workspace_id, party_id, kind, value, address)
       values ($1, $2, 'postal', 'DE', '{"street":"Domplatz 1","city":"Köln","country":"DE"}')`,
      [workspace.id, id],
    );
    const page = await signIn(rep);
    await openParty(page, workspace.slug, id);
    await choose(page, page.getByRole("button", { name: /^Aktionen für Domplatz/ }), "Ändern");
    await expect(page.getByLabel("Ort", { exact: true })).toHaveValue("Köln");
    await page.getByLabel("Postleitzahl").fill("50667");
    await page.getByRole("button", { name: "Speichern" }).click();
    const address = page.getByRole("link", { name: /^Anschrift von/ });
    await expect(address).toHaveText("Domplatz 1\n50667 Köln");
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect(address).toHaveText("Domplatz 1\nKöln");
  });
});
