import type { Locator, Page } from "@playwright/test";

/** The part of a party's page that tells what is to do. */
export function taskList(page: Page): Locator {
  return page.getByRole("region", { name: /^Aufgaben/ });
}

/** Adds a task by keys alone, from the button to the end. */
export async function addTask(page: Page, title: string, dueOn?: string): Promise<void> {
  const list = taskList(page);
  await list.getByRole("button", { name: "Aufgabe hinzufügen" }).first().press("Enter");
  const form = list.getByRole("form", { name: "Aufgabe hinzufügen" });
  if (dueOn) await form.getByLabel("Fällig").fill(dueOn);
  await form.getByLabel("Was zu tun ist").fill(title);
  await form.getByLabel("Was zu tun ist").press("Enter");
  await task(page, title).waitFor();
  await page.keyboard.press("Escape");
}

export function task(page: Page, title: string): Locator {
  return taskList(page).getByRole("listitem").filter({ hasText: title });
}

export function checkCircle(page: Page, title: string): Locator {
  return taskList(page).getByRole("checkbox", { name: `Erledigt: ${title}` });
}
