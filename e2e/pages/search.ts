import { expect, type Locator, type Page } from "@playwright/test";

/** The search above a German page, once it is open. */
function searchOf(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Überall suchen" });
  return {
    dialog,
    box: dialog.getByRole("combobox", { name: "Überall suchen" }),
    hits: dialog.getByRole("option"),
    hit: (name: string | RegExp): Locator => dialog.getByRole("option", { name }),
  };
}

/** Presses the key until something listens to it: its code comes when the page is at rest. */
export async function openSearchByKey(page: Page) {
  const search = searchOf(page);
  await expect(async () => {
    if (!(await search.dialog.isVisible())) await page.keyboard.press("Control+k");
    await expect(search.box).toBeFocused({ timeout: 2_000 });
  }).toPass();
  return search;
}

export async function openSearchByButton(page: Page) {
  const search = searchOf(page);
  await expect(async () => {
    if (!(await search.dialog.isVisible()))
      await page.locator("[data-opens-search]:visible").first().click();
    await expect(search.box).toBeFocused({ timeout: 2_000 });
  }).toPass();
  return search;
}
