import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { boardIsLive, card } from "./pages/board";
import { panelOf } from "./pages/panel";
import { awake } from "./pages/sign-in";
import { smallTargets } from "./pages/targets";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 12 } });

const publicPages = ["/sign-in", "/sign-up", "/forgot-password", "/sign-in/check-mail?for=link"];

const filtered = "board?q=Rahmenvertrag+1&min=1000&signal=missing";

const memberPages = [
  "board",
  "board?o=:first",
  "board?view=list",
  "board?view=forecast",
  "board?group=owner",
  filtered,
  "board?q=nirgends",
  "board/wall",
  "leads",
  "leads?view=open",
  "requests",
  "parties",
  "import",
  "settings/stages",
  "settings/teams",
  "settings/members",
  "settings/workspace",
  "settings/account",
];

/** What comes with code of its own, and so later than the page. */
const lateParts: Record<string, string[]> = {
  "board?o=:first": ["[data-panel] [role=tab]"],
  "board?view=list": ["a[data-row]"],
  "board?view=forecast": ["a[data-row]", "main svg rect"],
  [filtered]: ["[data-card]", "main fieldset button"],
};

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

// Each language with one appearance and one layout: they do not depend on each other.
const looks = [
  { locale: "de-DE", colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { locale: "en-GB", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

for (const look of looks) {
  test.describe(`In ${look.locale}, ${look.colorScheme}`, () => {
    test("public pages can be read by everybody at every size", async ({ newBrowser }) => {
      const page = await newBrowser(look);
      for (const path of publicPages) {
        await page.goto(path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await expectReadable(page, path);
      }
    });

    test("members' pages can be read by everybody at every size", async ({
      workspace,
      signIn,
      database,
    }) => {
      // A forecast with something in it.
      await database.rows(
        `update public.opportunities set expected_close_on = current_date
         where workspace_id = $1 and name <> 'Rahmenvertrag 12'`,
        [workspace.id],
      );
      const page = await signIn(workspace.admin, look);
      for (const path of memberPages.concat(
        "/welcome",
        "/welcome/new",
        "/set-password",
        "/nowhere",
      )) {
        const [first = ""] = workspace.opportunityIds;
        const address = path.startsWith("/") ? path : `/${workspace.slug}/${path}`;
        await page.goto(address.replace(":first", first));
        await page.getByRole("heading").first().waitFor();
        for (const part of lateParts[path] ?? []) await page.locator(part).first().waitFor();
        await expectReadable(page, path);
      }
    });
  });
}

test("what a finger must hit is 44 pixels high and wide", async ({
  workspace,
  signIn,
  newBrowser,
}) => {
  const tablet = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };
  const entry = await newBrowser(tablet);
  await entry.goto("/sign-in");
  await awake(entry.locator("form button[type=submit]"));
  expect(await smallTargets(entry)).toEqual([]);
  const board = await signIn(twoReps(workspace)[0], tablet);
  await boardIsLive(board);
  expect(await smallTargets(board)).toEqual([]);
});

test("the keyboard alone opens a card, moves it and closes it", async ({ workspace, signIn }) => {
  const page = await signIn(twoReps(workspace)[0]);
  await boardIsLive(page);
  const link = card(page, "Rahmenvertrag 1").getByRole("link");
  // From the top of the page, as somebody without a mouse gets there.
  for (let presses = 0; presses < 30 && !(await isFocused(link)); presses++) {
    await page.keyboard.press("Tab");
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panelOf(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(
    page
      .getByRole("region", { name: "Bedarf geklärt" })
      .getByText("Rahmenvertrag 1", { exact: true }),
  ).toBeVisible();
  await expect(card(page, "Rahmenvertrag 1").getByRole("link")).toBeFocused();
});

/** No serious finding of axe, and nothing that makes the page wider than its window. */
async function expectReadable(page: Page, path: string): Promise<void> {
  // Colours are judged when they have arrived.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page })
    // Base UI's guards catch the focus on its way and give it on at once.
    .exclude("[data-base-ui-focus-guard]")
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n")}`);
  expect.soft(serious, `axe on ${path}`).toEqual([]);
  const wide = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    const overflow = await page.evaluate(
      () => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth,
    );
    expect.soft(overflow, `${path} at ${size.width} px`).toBeLessThanOrEqual(0);
  }
  if (wide) await page.setViewportSize(wide);
}

async function isFocused(element: ReturnType<typeof panelOf>): Promise<boolean> {
  return await element.evaluate((node) => node === document.activeElement);
}
