import { addParty } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive, card } from "./pages/board";
import { choose, giveRole, openParty, part, relate, roleMark } from "./pages/party";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 2 } });

test.describe("Parties", () => {
  test("are people or organizations, each with the fields of its own", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep] = twoReps(workspace);
    const person = await addParty(database, workspace, "person", "Maxinchen Musterfrau");
    const company = await addParty(database, workspace, "organization", "Mustermann GmbH");
    const page = await signIn(rep);
    await openParty(page, workspace.slug, person);
    await expect(part(page, "Person").getByLabel("Vorname")).toHaveValue("Maxinchen");
    await expect(page.getByLabel("Rechtsform")).toHaveCount(0);
    await openParty(page, workspace.slug, company);
    await expect(part(page, "Firma").getByLabel("Rechtsform")).toBeVisible();
    await expect(page.getByLabel("Geburtstag")).toHaveCount(0);
  });

  test("play several roles at once: Max bought a T-shirt and works for us, Mustermann GmbH bought and sold a thousand", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep, colleague] = twoReps(workspace);
    const max = await addParty(database, workspace, "person", "Max Mustermann");
    const company = await addParty(database, workspace, "organization", "Mustermann GmbH");
    const page = await signIn(rep);
    const elsewhere = await signIn(colleague);
    for (const [id, roles] of [
      [max, ["Kunde", "Mitarbeitende"]],
      [company, ["Kunde", "Lieferant"]],
    ] as const) {
      await openParty(elsewhere, workspace.slug, id);
      await openParty(page, workspace.slug, id);
      for (const role of roles) await giveRole(page, role);
      for (const role of roles) await expect(roleMark(elsewhere, role)).toBeVisible();
    }
  });

  test("have roles toward others and, separately, toward us: Maxinchen works in accounting at Mustermann GmbH and is a customer of ours", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep] = twoReps(workspace);
    const maxinchen = await addParty(database, workspace, "person", "Maxinchen Musterfrau");
    const company = await addParty(database, workspace, "organization", "Mustermann GmbH");
    const page = await signIn(rep);
    await openParty(page, workspace.slug, maxinchen);
    await giveRole(page, "Kunde");
    await relate(page, { type: "Arbeitgeber", party: "Mustermann GmbH", title: "Buchhaltung" });
    const list = page.getByRole("tabpanel").getByRole("list");
    await expect(list.getByText(/^Arbeitgeber · Buchhaltung/)).toBeVisible();
    // The same link, seen from the other end; toward us the company is nothing yet.
    await openParty(page, workspace.slug, company);
    await expect(part(page, "Rollen").getByText(/Noch ohne Rolle/)).toBeVisible();
    await page.getByRole("tab", { name: /^Beziehungen/ }).click();
    await expect(
      page.getByRole("tabpanel").getByText(/^Arbeitet hier · Buchhaltung/),
    ).toBeVisible();
    await expect(
      page.getByRole("tabpanel").getByRole("link", { name: "Maxinchen Musterfrau" }).first(),
    ).toHaveAttribute("href", `/${workspace.slug}/parties/${maxinchen}`);
  });

  test("include our own company, in which the members work", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep] = twoReps(workspace);
    const [own] = await database.rows<{ id: string }>(
      "select party_id as id from public.workspaces where id = $1",
      [workspace.id],
    );
    const page = await signIn(rep);
    await openParty(page, workspace.slug, own?.id ?? "");
    await expect(part(page, "Rollen").getByText("Eigene Firma")).toBeVisible();
    await page.getByRole("tab", { name: /^Beziehungen/ }).click();
    const row = page.getByRole("tabpanel").getByRole("listitem").filter({ hasText: rep.name });
    await expect(row.getByText(/^Arbeitet hier/)).toBeVisible();
    // Nobody puts themselves on the blacklist.
    await expect(page.getByRole("button", { name: "Weitere Aktionen" })).toHaveCount(0);
  });

  test("who do not pay are customers still, on the blacklist: seen on every card at once, and new opportunities want a reason", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep, colleague] = twoReps(workspace);
    const [customer] = await database.rows<{ id: string; name: string }>(
      `select p.id, p.name from public.parties p
       join public.opportunities o on o.customer_id = p.id where o.id = $1`,
      [workspace.opportunityIds[0]],
    );
    if (!customer) throw new Error("The opportunity has no customer.");
    const board = await signIn(colleague);
    await boardIsLive(board);
    const page = await signIn(rep);
    await openParty(page, workspace.slug, customer.id);
    await choose(
      page,
      page.getByRole("button", { name: "Weitere Aktionen" }),
      "Auf die Sperrliste",
    );
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Auf die Sperrliste" }).click();
    await expect(dialog.getByLabel("Grund")).toHaveAccessibleDescription(/Ein Grund gehört dazu/);
    await dialog.getByLabel("Grund").fill("Rechnung 2026-117 nicht bezahlt");
    await dialog.getByRole("button", { name: "Auf die Sperrliste" }).click();
    await expect(
      part(page, "Einstufung").getByText("Rechnung 2026-117 nicht bezahlt"),
    ).toBeVisible();
    await expect(roleMark(page, "Kunde")).toBeVisible();
    const mark = card(board, "Rahmenvertrag 1").getByRole("img", {
      name: "Kunde auf der Sperrliste",
    });
    await expect(mark).toBeVisible();

    await board
      .getByRole("button", { name: /^Neue Chance/ })
      .first()
      .click();
    const form = board.getByRole("form");
    await form.getByRole("combobox", { name: "Kunde" }).fill(customer.name);
    // Whoever chooses the customer is told.
    await board
      .getByRole("option", { name: new RegExp(`^${customer.name}\\s*Sperrliste$`) })
      .click();
    await form.getByRole("textbox", { name: "Name" }).fill("Neuer Versuch");
    await form.getByRole("button", { name: "Anlegen" }).click();
    await form.getByLabel("Begründung").fill("Vorkasse vereinbart");
    await form.getByRole("button", { name: "Trotzdem anlegen" }).click();
    await expect(card(board, "Neuer Versuch")).toBeVisible();
    const reasons = () =>
      database.rows("select blacklist_reason from public.opportunities where name = $1", [
        "Neuer Versuch",
      ]);
    await expect.poll(reasons).toEqual([{ blacklist_reason: "Vorkasse vereinbart" }]);

    await choose(
      page,
      page.getByRole("button", { name: "Weitere Aktionen" }),
      "Von der Sperrliste nehmen",
    );
    await expect(mark).toBeHidden();
    await page.getByRole("tab", { name: "Verlauf" }).click();
    await expect(page.getByText(/hat die Einstufung Sperrliste beendet/)).toBeVisible();
  });
});
