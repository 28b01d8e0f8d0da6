import type { Locator, Page } from "@playwright/test";

/** The page with the form for a new contact. */
export async function openNewContact(page: Page, slug: string): Promise<void> {
  await page.goto(`/${slug}/parties/new`);
  await page.getByRole("heading", { level: 1, name: "Neuer Kontakt" }).waitFor();
}

export function newContactDialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Neuer Kontakt" });
}

/** The warning below a form. */
export function likelyIn(place: Page | Locator) {
  const list = place.getByRole("region", { name: "Vielleicht schon bekannt" });
  return {
    list,
    status: place.getByRole("status").filter({ hasText: "schon bekannt" }),
    match: (name: string): Locator => list.getByRole("listitem").filter({ hasText: name }),
    use: (name: string): Locator => list.getByRole("button", { name: `Diesen verwenden: ${name}` }),
    useAsCompany: (name: string): Locator =>
      list.getByRole("button", { name: `Als Firma verwenden: ${name}` }),
  };
}
