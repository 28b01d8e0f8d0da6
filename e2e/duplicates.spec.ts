import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { SeededWorkspace } from "@/seeds/factories";
import type { Database } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";
import { likelyIn, newContactDialog, openNewContact } from "./pages/duplicates";
import { leadRow, openLeads } from "./pages/leads";
import { openSearchByKey } from "./pages/search";
import { smallTargets } from "./pages/targets";

test.use({ workspaceSeed: { reps: 1, opportunities: 2 } });

/** Jürgen Großmüller of Nordwind Segel GmbH, who is reached by phone. Answers his id. */
async function addKnown(database: Database, { id }: SeededWorkspace): Promise<string> {
  const [row] = await database.rows<{ id: string }>(
    `with person as (
      insert into public.parties (workspace_id, kind, name)
      values ($1, 'person', 'Jürgen Großmüller') returning id
    ), company as (
      insert into public.parties (workspace_id, kind, name)
      values ($1, 'organization', 'Nordwind Segelbau GmbH') returning id
    ), phone as (
      insert into public.contact_points (workspace_id, party_id, kind, value)
      select $1, p.id, 'phone', '+4922147110815' from person p
    ), mail as (
      insert into public.contact_points (workspace_id, party_id, kind, value)
      select $1, c.id, 'email', 'info@nordwind-segelbau.test' from company c
    )
    insert into public.party_relationships
      (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
    select $1, 'CONTACT_REL', c.id, 'ACCOUNT', p.id, 'CONTACT' from person p, company c
    returning to_party_id as id`,
    [id],
  );
  if (!row) throw new Error("Nobody was added.");
  return row.id;
}

const partiesNamed = async (database: Database, { id }: SeededWorkspace, name: string) =>
  (
    await database.rows("select 1 from public.parties where workspace_id = $1 and name = $2", [
      id,
      name,
    ])
  ).length;

test("a new contact that is known by another spelling or by the number is not made twice", async ({
  workspace,
  signIn,
  database,
}) => {
  const known = await addKnown(database, workspace);
  const page = await signIn(workspace.reps[0] ?? workspace.admin);

  await test.step("the name with another umlaut, in another order", async () => {
    await openNewContact(page, workspace.slug);
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Grossmueller, Juergen");
    const likely = likelyIn(page);
    await expect(likely.match("Jürgen Großmüller")).toContainText("Gleicher Name");
    await expect(likely.match("Jürgen Großmüller")).toContainText("Nordwind Segelbau GmbH");
    await expect(likely.status).toHaveText("Vielleicht schon bekannt: Jürgen Großmüller");
    await expectNoSeriousFinding(page);
  });

  await test.step("the number in another spelling, and one click uses who is known", async () => {
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("J. G.");
    await page.getByRole("textbox", { name: /^E-Mail, Telefon/ }).fill("0221 / 4711-0815");
    const likely = likelyIn(page);
    await expect(likely.match("Jürgen Großmüller")).toContainText("Gleiche Telefonnummer");
    await likely.use("Jürgen Großmüller").click();
    await page.waitForURL(`**/${workspace.slug}/parties/${known}`);
  });
  expect(await partiesNamed(database, workspace, "J. G.")).toBe(0);
});

test("what the search does not find is written down, with a company known by its host", async ({
  workspace,
  signIn,
  database,
}) => {
  await addKnown(database, workspace);
  const page = await signIn(workspace.reps[0] ?? workspace.admin);
  const search = await openSearchByKey(page);
  await search.box.fill("Wilhelmine Weiß");
  await expect(search.dialog.getByRole("button", { name: "Neuen Kontakt anlegen" })).toBeVisible();
  await page.keyboard.press("Enter");
  const dialog = newContactDialog(page);
  await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("Wilhelmine Weiß");
  await dialog.getByRole("textbox", { name: /^E-Mail/ }).fill("w.weiss@nordwind-segelbau.test");
  const likely = likelyIn(dialog);
  await expect(likely.match("Nordwind Segelbau GmbH")).toContainText("Gleiche Domain");
  await expectStill(dialog.getByRole("textbox", { name: "Name" }), () =>
    likely.useAsCompany("Nordwind Segelbau GmbH").click(),
  );
  await expect(dialog.getByRole("combobox", { name: "Firma" })).toHaveValue(
    "Nordwind Segelbau GmbH",
  );
  await dialog.getByRole("textbox", { name: "Name" }).press("Enter");
  await page.waitForURL(`**/${workspace.slug}/parties/*`);
  await expect(page.getByRole("heading", { level: 1, name: "Wilhelmine Weiß" })).toBeVisible();
  await page.getByRole("tab", { name: /^Beziehungen/ }).click();
  await expect(page.getByRole("link", { name: "Nordwind Segelbau GmbH" }).first()).toBeVisible();
});

test("a lead of somebody known is theirs, by one click or by the keyboard alone", async ({
  workspace,
  signIn,
  database,
}) => {
  await addKnown(database, workspace);
  const page = await signIn(workspace.reps[0] ?? workspace.admin);
  await openLeads(page);
  await page.keyboard.press("l");
  const dialog = page.getByRole("dialog", { name: "Neuer Lead" });
  const name = dialog.getByRole("textbox", { name: "Name" });
  await name.fill("Jürgen Grossmüller");
  const likely = likelyIn(dialog);
  await expect(likely.match("Jürgen Großmüller")).toBeVisible();
  await likely.use("Jürgen Großmüller").focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Bekannt: Jürgen Großmüller")).toBeVisible();
  await expect(name).toHaveValue("Jürgen Großmüller");
  await name.press("Enter");
  await expect(leadRow(page, "Jürgen Großmüller")).toBeVisible();
  expect(await partiesNamed(database, workspace, "Jürgen Großmüller")).toBe(1);
  expect(await partiesNamed(database, workspace, "Jürgen Grossmüller")).toBe(0);
});

test("a lead of somebody new at a company known under another legal form is told", async ({
  workspace,
  signIn,
  database,
}) => {
  await addKnown(database, workspace);
  const page = await signIn(workspace.reps[0] ?? workspace.admin);
  await openLeads(page);
  await page.keyboard.press("l");
  const dialog = page.getByRole("dialog", { name: "Neuer Lead" });
  const company = dialog.getByRole("textbox", { name: "Firma" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Wilhelmine Weiß");
  await company.fill("Segelbau Nordwind AG");
  const likely = likelyIn(dialog);
  await expectStill(company, () => likely.useAsCompany("Nordwind Segelbau GmbH").click());
  await expect(company).toHaveValue("Nordwind Segelbau GmbH");
  await expect(likely.list).toHaveCount(0);
  await company.press("Enter");
  await expect(leadRow(page, "Wilhelmine Weiß")).toContainText("Nordwind Segelbau GmbH");
  expect(await partiesNamed(database, workspace, "Segelbau Nordwind AG")).toBe(0);
});

test("a new customer on the board who is known under another legal form is told", async ({
  workspace,
  signIn,
  database,
}) => {
  await addKnown(database, workspace);
  const page = await signIn(workspace.reps[0] ?? workspace.admin);
  await boardIsLive(page);
  await page.getByRole("button", { name: "Neue Chance in Erstkontakt" }).click();
  const customer = page
    .getByRole("form", { name: "Neue Chance in Erstkontakt" })
    .getByRole("combobox", { name: "Kunde" });
  await customer.fill("Segelbau Nordwind AG");
  await page.getByRole("option", { name: "„Segelbau Nordwind AG“ anlegen" }).click();
  const likely = likelyIn(page);
  await likely.use("Nordwind Segelbau GmbH").click();
  await expect(customer).toHaveValue("Nordwind Segelbau GmbH");
  await expect(likely.list).toHaveCount(0);
});

test("on a phone the form stays where it is, and the warning is for thumbs", async ({
  workspace,
  signIn,
  database,
}) => {
  const known = await addKnown(database, workspace);
  const page = await signIn(workspace.reps[0] ?? workspace.admin, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await openNewContact(page, workspace.slug);
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  const likely = likelyIn(page);
  await expectStill(name, async () => {
    await name.fill("Juergen Grossmueller");
    await expect(likely.match("Jürgen Großmüller")).toBeVisible();
  });
  expect((await smallTargets(page)).filter((one) => /Großmüller|Anlegen/.test(one))).toEqual([]);
  await likely.use("Jürgen Großmüller").tap();
  await page.waitForURL(`**/${workspace.slug}/parties/${known}`);
});

/** Does something that must not move a field. */
async function expectStill(
  field: ReturnType<Page["getByRole"]>,
  work: () => Promise<void>,
): Promise<void> {
  await expect(field).toBeVisible();
  const before = await field.boundingBox();
  await work();
  expect(await field.boundingBox()).toEqual(before);
}

async function expectNoSeriousFinding(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include("main").analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join("\n")}`);
  expect(serious).toEqual([]);
}
