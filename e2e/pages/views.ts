import { expect, type Locator, type Page } from "@playwright/test";
import type { ColumnPicture } from "./board";
import { awake } from "./sign-in";

/** Chooses between "Board", "Liste" and "Prognose". */
export async function chooseLayout(page: Page, name: string): Promise<void> {
  const radio = page.getByRole("radio", { name, exact: true });
  await awake(radio);
  // It is checked when the address says so.
  await radio.click();
  await expect(radio).toBeChecked();
}

/** The row of an opportunity in a list or below a forecast. */
export function rowOf(page: Page, name: string): Locator {
  return page.locator("a[data-row]").filter({ has: page.getByText(name, { exact: true }) });
}

/** The head of a group: a button that says whether the group is open. */
export function groupHead(page: Page, name: string): Locator {
  return page.getByRole("heading", { level: 2 }).getByRole("button", { name, exact: true });
}

/**
 * What stands in a German list now, group by group, as `boardOnScreen` says it of columns. The list
 * must be short enough to be drawn whole.
 */
export async function listOnScreen(page: Page): Promise<ColumnPicture[]> {
  return await page.evaluate(() => {
    const textOf = (element: Element | null | undefined) =>
      (element?.textContent ?? "").replaceAll("\u00a0", " ").trim();
    const groups: ColumnPicture[] = [];
    for (const row of document.querySelectorAll("section[aria-label='Chancen als Liste'] li")) {
      const name = row.querySelector("h2");
      const id = row.querySelector<HTMLElement>("[data-card]")?.dataset.card;
      if (id !== undefined) groups.at(-1)?.ids.push(id);
      if (!name) continue;
      const sums: Record<string, string> = {};
      const weighted: Record<string, string> = {};
      for (const term of row.querySelectorAll("dt")) {
        const [amount = "", unit = ""] = textOf(term.nextElementSibling).split(" ");
        (textOf(term).startsWith("Gewichtet") ? weighted : sums)[unit] = amount;
      }
      const count = Number(textOf(row.querySelector("h2 + span > [aria-hidden]")));
      groups.push({ stage: textOf(name), count, ids: [], sums, weighted });
    }
    return groups;
  });
}

/** A month of a forecast in the workspace's currency, as its table says it to a screen reader. */
export type MonthPicture = { month: string; sum: string; weighted: string; count: number };

/** The table of a German forecast. */
export async function forecastOnScreen(page: Page): Promise<MonthPicture[]> {
  const rows = await page.getByRole("table").locator("tbody tr").all();
  return await Promise.all(
    rows.map(async (row) => {
      const [month = "", sum = "", weighted = "", count = ""] = await row
        .locator("th, td")
        .allTextContents();
      return { month, sum: plain(sum), weighted: plain(weighted), count: Number(count) };
    }),
  );
}

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

/** Opens the menu of saved views, whatever the button says at the moment. */
export async function openViews(page: Page): Promise<Locator> {
  const button = page.getByRole("button", { name: /^(Ansichten|Aktuelle Ansicht: .*)$/ });
  await awake(button);
  await button.click();
  const menu = page.getByRole("menu", { name: "Ansichten" });
  await expect(menu.getByRole("menuitem", { name: "Ansicht speichern …" })).toBeVisible();
  return menu;
}

/** Says in the open dialog what a view is to be called, and saves. */
export async function nameView(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
