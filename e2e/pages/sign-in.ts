import { expect, type Locator, type Page } from "@playwright/test";

/** Fills in and sends the form of the sign-in page, in whichever language. */
export async function enterPassword(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const submit = page.locator("form button[type=submit]");
  await awake(submit);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await submit.click();
}

/**
 * Waits until React listens to an element. A form that is sent before goes to the server the old
 * way, and what a person would just do again, a test must not do by chance.
 */
export async function awake(element: Locator): Promise<void> {
  // Asked of the locator each time: what the server drew may be replaced on the way.
  await expect
    .poll(() =>
      element.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__reactProps"))),
    )
    .toBe(true);
}
