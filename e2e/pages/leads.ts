import { expect, type Locator, type Page } from "@playwright/test";
import { awake } from "./sign-in";

/** Goes to the leads of the workspace by the navigation. */
export async function openLeads(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "Leads", exact: true });
  await awake(link);
  await link.click();
  await page.getByRole("heading", { level: 1, name: "Leads" }).waitFor();
  await awake(addButton(page));
}

/** The row of a lead on the list that is shown. */
export function leadRow(page: Page, name: string): Locator {
  return page
    .getByRole("list", { name: "Leads", exact: true })
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name, exact: true }) });
}

/** Adds a lead by its key, with a company and an address. */
export async function addLeadByKey(
  page: Page,
  lead: { name: string; company: string; contact: string },
): Promise<void> {
  await page.keyboard.press("l");
  const dialog = page.getByRole("dialog", { name: "Neuer Lead" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(lead.name);
  await dialog.getByRole("textbox", { name: "Firma" }).fill(lead.company);
  const contact = dialog.getByRole("textbox", { name: "E-Mail, Telefon oder Webseite" });
  await contact.fill(lead.contact);
  await contact.press("Enter");
  await expect(dialog).toBeHidden();
}

/** Shows another view of the list, and waits until it is chosen. */
export async function showView(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name }).check();
}

/** Opens the panel of a lead. */
export async function openLead(page: Page, name: string): Promise<Locator> {
  await leadRow(page, name).getByRole("button", { name, exact: true }).click();
  const panel = page.getByRole("dialog", { name });
  await expect(panel.getByRole("button", { name: "In Chance umwandeln" })).toBeVisible();
  return panel;
}

export function takeButton(page: Page, name: string): Locator {
  return page.getByRole("button", { name: `${name} übernehmen` });
}

function addButton(page: Page): Locator {
  return page.getByRole("button", { name: "Lead hinzufügen" }).first();
}
