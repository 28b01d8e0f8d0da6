import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the page of a party and waits until it hears what others do. */
export async function openParty(page: Page, slug: string, id: string): Promise<void> {
  await page.goto(`/${slug}/parties/${id}`);
  await partyIsLive(page);
}

async function partyIsLive(page: Page): Promise<void> {
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
}

/** A part of the left side, such as "Rollen". */
export function part(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

/** Chooses an entry of the menu that a button opens. */
export async function choose(page: Page, button: Locator, entry: string): Promise<void> {
  await button.click();
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
}

/** Gives the party a role. */
export async function giveRole(page: Page, role: string): Promise<void> {
  await choose(page, part(page, "Rollen").getByRole("button", { name: "Rolle hinzufügen" }), role);
  await expect(roleMark(page, role)).toBeVisible();
}

export function roleMark(page: Page, role: string): Locator {
  return part(page, "Rollen").getByRole("button", { name: role, exact: true });
}

type Relation = { type: string; party: string; title?: string };

/** Relates the party to another one, which is made when it is not known. */
export async function relate(page: Page, { type, party, title }: Relation): Promise<void> {
  await page.getByRole("tab", { name: /^Beziehungen/ }).click();
  await page.getByRole("button", { name: "Beziehung hinzufügen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Die andere Seite ist").selectOption({ label: type });
  const field = dialog.getByRole("combobox", { name: "Person oder Firma" });
  await field.fill(party);
  await page
    .getByRole("option", { name: party, exact: true })
    .or(page.getByRole("option", { name: `„${party}“ anlegen` }))
    .first()
    .click();
  await expect(field).toHaveValue(party);
  if (title) await dialog.getByLabel("Position").fill(title);
  await dialog.getByRole("button", { name: "Hinzufügen" }).click();
  await expect(dialog).toBeHidden();
}
