import { expect, type Locator, type Page } from "@playwright/test";
import { awake } from "./sign-in";

/** What a column shows, or would show: sums by the sign of their currency as a German board writes them. */
export type ColumnPicture = {
  stage: string;
  count: number;
  /** Opportunities from top to bottom. */
  ids: string[];
  sums: Record<string, string>;
  weighted: Record<string, string>;
};

export function column(page: Page, stage: string): Locator {
  return page.getByRole("region", { name: stage, exact: true });
}

/** The card of an opportunity with exactly this name. */
export function card(page: Page, name: string): Locator {
  return page.getByRole("article").filter({ has: page.getByText(name, { exact: true }) });
}

/** Waits until the board is there and hears what others do. */
export async function boardIsLive(page: Page): Promise<void> {
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
}

/** Carries a card with the mouse onto the upper half of the `place`th card, or under the last. */
export async function dragCard(
  page: Page,
  name: string,
  to: { stage: string; place: number },
): Promise<void> {
  const from = await boxOf(card(page, name));
  const target = column(page, to.stage);
  const list = await boxOf(target.locator("[data-column]"));
  const height = from.height + 6;
  await page.mouse.move(from.x + 60, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 70, from.y + 36, { steps: 3 });
  await page.mouse.move(list.x + 80, list.y + 8 + to.place * height + 30, { steps: 8 });
  await expect(target.locator(".border-dashed")).toBeVisible();
  await nextFrames(page);
  await page.mouse.up();
}

/** Two frames: what the pointer did is drawn. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Moves by the keyboard alone: `keys` are the arrows between lifting and putting down. */
export async function carryByKeys(page: Page, name: string, keys: string[]): Promise<void> {
  const link = card(page, name).getByRole("link");
  await awake(link);
  await link.focus();
  await page.keyboard.press("Space");
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press("Space");
}

/** Moves to the top of a stage by the card's menu. */
export async function moveByMenu(page: Page, name: string, stage: string): Promise<void> {
  await card(page, name).hover();
  await card(page, name)
    .getByRole("button", { name: `Aktionen für ${name}` })
    .click();
  await page.getByRole("menuitemradio", { name: stage, exact: true }).click();
}

/** Opens the menu of the card that has the focus and chooses a stage, by keys. */
export async function chooseStage(page: Page, name: string, stage: string): Promise<void> {
  await page.keyboard.press("Tab");
  const menu = page.getByRole("button", { name: `Aktionen für ${name}`, exact: true });
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitemradio", { name: stage, exact: true });
  await expect(item).toBeVisible();
  for (let presses = 0; presses < 15; presses++) {
    if (await item.evaluate((node) => node === document.activeElement)) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

export type QuickAdd = { customer: string; name: string; amount: string };

/** Adds an opportunity by the form on top of a column, for a new customer or for one on the board. */
export async function quickAdd(
  page: Page,
  stage: string,
  wanted: QuickAdd,
  customer: "new" | "known" = "new",
): Promise<void> {
  await page.getByRole("button", { name: `Neue Chance in ${stage}` }).click();
  await fillQuickAdd(page, stage, wanted, customer);
}

/** The same once the form is open; closes it. */
export async function fillQuickAdd(
  page: Page,
  stage: string,
  wanted: QuickAdd,
  customer: "new" | "known" = "new",
): Promise<void> {
  const form = page.getByRole("form", { name: `Neue Chance in ${stage}` });
  const field = form.getByRole("combobox", { name: "Kunde" });
  if (customer === "new") await field.fill(wanted.customer);
  else await field.click();
  const option = customer === "new" ? `„${wanted.customer}“ anlegen` : wanted.customer;
  await page.getByRole("option", { name: option }).click();
  await form.getByRole("textbox", { name: "Name (sonst wie der Kunde)" }).fill(wanted.name);
  await form.getByRole("textbox", { name: "Betrag" }).fill(wanted.amount);
  await form.getByRole("button", { name: "Anlegen" }).click();
  await form.getByRole("button", { name: "Formular schließen" }).click();
}

/** What stands on a German board now. Columns must be short enough to be drawn whole. */
export async function boardOnScreen(page: Page): Promise<ColumnPicture[]> {
  return await page.evaluate(() => {
    const textOf = (element: Element | null | undefined) =>
      (element?.textContent ?? "").replaceAll("\u00a0", " ").trim();
    // "5.640 CHF", in further currencies also "5.640 CHF, gewichtet 3.948 CHF".
    const money = /([\d.]+(?:,\d+)?) ([^\s,]+)(?:, gewichtet ([\d.]+(?:,\d+)?))?/g;
    return [...document.querySelectorAll<HTMLElement>("section[data-stage]")].map((section) => {
      const sums: Record<string, string> = {};
      const weighted: Record<string, string> = {};
      for (const term of section.querySelectorAll("dt")) {
        const value = term.nextElementSibling;
        const words = textOf(value?.querySelector(".sr-only") ?? value);
        const isWeighted = textOf(term).startsWith("Gewichtet");
        for (const [, amount = "", unit = "", share] of words.matchAll(money)) {
          (isWeighted ? weighted : sums)[unit] = amount;
          if (share !== undefined) weighted[unit] = share;
        }
      }
      const rows = [...section.querySelectorAll<HTMLElement>("li[aria-posinset]")]
        .map((row) => ({
          place: Number(row.ariaPosInSet),
          id: row.querySelector<HTMLElement>("[data-card]")?.dataset.card ?? "",
        }))
        .sort((a, b) => a.place - b.place);
      return {
        stage: textOf(section.querySelector("h2")),
        count: Number(textOf(section.querySelector("h2 + span > [aria-hidden]"))),
        ids: rows.map(({ id }) => id),
        sums,
        weighted,
      };
    });
  });
}

async function boxOf(element: Locator) {
  await element.waitFor();
  const box = await element.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return box;
}
