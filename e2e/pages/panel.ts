import { expect, type Locator, type Page } from "@playwright/test";
import { card } from "./board";
import { awake } from "./sign-in";

/** Opens the panel of a card by clicking it. */
export async function openPanel(page: Page, name: string): Promise<Locator> {
  const link = card(page, name).getByRole("link");
  await awake(link);
  await link.click();
  const panel = panelOf(page);
  await expect(panel.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  return panel;
}

export function panelOf(page: Page): Locator {
  return page.locator("[data-panel]");
}

/** Types into a field of the panel and leaves it with Enter, which saves. */
export async function editField(panel: Locator, label: string, value: string): Promise<void> {
  const field = panel.getByRole("textbox", { name: label, exact: true });
  await field.fill(value);
  await field.press("Enter");
}

/** Documents a call. */
export async function logCall(panel: Locator, subject: string, body: string): Promise<void> {
  const form = panel.getByRole("form", { name: "Kommunikation festhalten" });
  await form.getByRole("radio", { name: "Anruf" }).check();
  await form.getByRole("textbox", { name: "Betreff" }).fill(subject);
  await form.getByRole("textbox", { name: "Text" }).fill(body);
  await form.getByRole("button", { name: "Festhalten" }).click();
}
