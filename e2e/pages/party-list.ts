import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { awake } from "./sign-in";

/** Opens the list of all parties and waits until it answers. */
export async function openPartyList(page: Page, slug: string, query = ""): Promise<void> {
  await page.goto(`/${slug}/parties${query}`);
  await awake(page.getByRole("button", { name: /^(Ansichten|Aktuelle Ansicht: .*)$/ }));
}

/** The names of the rows from top to bottom; the list must be short enough to be drawn whole. */
export async function namesOnScreen(page: Page): Promise<string[]> {
  const names = await page.locator("[data-party] a[data-row]").evaluateAll((links) =>
    links
      .map((link) => ({ top: link.getBoundingClientRect().top, name: link.lastChild?.textContent }))
      .toSorted((a, b) => a.top - b.top)
      .map(({ name }) => name ?? ""),
  );
  return names;
}

/** The row of a party. */
export function partyRow(page: Page, name: string) {
  return page.locator("[data-party]").filter({ has: page.getByText(name, { exact: true }) });
}

export async function select(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole("checkbox", { name: `${name} auswählen` }).click();
  await expect(page.getByText(`${names.length} ausgewählt`)).toBeVisible();
}

/** Presses a button that hands a file over, and reads the file. */
export async function exportBy(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^kontakte-\d{4}-\d\d-\d\d\.csv$/);
  return await readFile(await download.path(), "utf8");
}
