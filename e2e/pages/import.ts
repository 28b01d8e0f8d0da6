import type { Locator, Page } from "@playwright/test";
import { awake } from "./sign-in";

export type UploadedFile = { name: string; buffer: Buffer };

/** Opens the import of a workspace and gives it a CSV file. */
export async function uploadFile(page: Page, slug: string, file: UploadedFile): Promise<void> {
  await page.goto(`/${slug}/import`);
  const input = page.locator("input[type=file]").first();
  await awake(page.getByRole("button", { name: "Einfügen" }));
  await input.setInputFiles({ ...file, mimeType: "text/csv" });
}

/** The choice of a column for a field, or of a member or stage for a word of the file. */
export function choiceOf(page: Page, label: string): Locator {
  return page.getByRole("combobox", { name: label, exact: true });
}

/** Takes the good rows over and waits until they are on the board. */
export async function takeOver(page: Page, count: number): Promise<void> {
  await page
    .getByRole("button", {
      name: new RegExp(`(${count} Chancen|${count} guten Zeilen) übernehmen`),
    })
    .click();
  await page.getByText(`${count} Chancen hinzugefügt`).first().waitFor();
}

/** Takes the import that was just done back. */
export async function undoImport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Import zurücknehmen", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Zurücknehmen" }).click();
  await page.getByText("Dieser Import wurde zurückgenommen.").waitFor();
}
