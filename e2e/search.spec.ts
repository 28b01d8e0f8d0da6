import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Database } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";
import { panelOf } from "./pages/panel";
import { openSearchByButton, openSearchByKey } from "./pages/search";
import { smallTargets } from "./pages/targets";

test.use({ workspaceSeed: { reps: 1, opportunities: 6 } });

const html = "<img src=x onerror=alert(1)> & Söhne";

async function addPeople(database: Database, workspaceId: string): Promise<void> {
  await database.rows(
    `with added as (
      insert into public.parties (workspace_id, kind, name)
      values ($1, 'person', 'Jürgen Großmüller'), ($1, 'organization', $2)
      returning id, kind
    )
    insert into public.contact_points (workspace_id, party_id, kind, value)
    select $1, a.id, 'phone', '+492214711' from added a where a.kind = 'person'`,
    [workspaceId, html],
  );
}

test("finds by a typing mistake, by another umlaut, by number, and what looks like code", async ({
  workspace,
  signIn,
  database,
}) => {
  await addPeople(database, workspace.id);
  const page = await signIn(workspace.reps[0] ?? workspace.admin);
  const search = await openSearchByKey(page);
  for (const text of ["grossmueller juergen", "Großmülelr", "0221 / 47 11", "+49 221 47"]) {
    await search.box.fill(text);
    await expect(search.hits).toHaveCount(1);
    await expect(search.hit(/Jürgen Großmüller/)).toBeVisible();
  }
  await expect(search.hit(/\+49 221 4711/)).toBeVisible();
  await search.box.fill("soehne");
  await expect(search.hit(html)).toBeVisible();
  await expect(search.dialog.locator("img")).toHaveCount(0);
  await search.box.fill("qqqqqq");
  await expect(search.dialog.getByRole("heading", { name: "Nichts gefunden" })).toBeVisible();
  await expectNoSeriousFinding(page);
});

test("by the keyboard alone: finds an opportunity, opens its panel, and remembers it", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(workspace.reps[0] ?? workspace.admin);
  await boardIsLive(page);
  const search = await openSearchByKey(page);
  await page.keyboard.type("Rahmenvertrag");
  await expect(search.hits.first()).toHaveAttribute("aria-selected", "true");
  await expect(search.dialog.getByRole("status").filter({ hasText: /Ergebnis/ })).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expectNoSeriousFinding(page);
  await page.keyboard.press("Enter");
  await expect(search.dialog).toBeHidden();
  await expect(panelOf(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toBeHidden();

  const again = await openSearchByKey(page);
  await expect(again.dialog.getByText("Zuletzt geöffnet")).toBeVisible();
  await expect(again.hits).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(again.dialog).toBeHidden();
});

test("Enter before the answer opens what was typed, not what was found before", async ({
  workspace,
  signIn,
  database,
}) => {
  await addPeople(database, workspace.id);
  const page = await signIn(workspace.reps[0] ?? workspace.admin);
  const search = await openSearchByKey(page);
  await page.keyboard.type("rahmen");
  await expect(search.hits.first()).toBeVisible();
  await search.box.fill("juergen");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/${workspace.slug}/parties/*`);
});

test("on a phone it fills the screen and is opened by a thumb", async ({ workspace, signIn }) => {
  const size = { width: 390, height: 844 };
  const page = await signIn(workspace.reps[0] ?? workspace.admin, {
    viewport: size,
    hasTouch: true,
    isMobile: true,
  });
  const search = await openSearchByButton(page);
  await search.box.fill("rahmen");
  await expect(search.hits.first()).toBeVisible();
  expect(await search.dialog.boundingBox()).toMatchObject({ x: 0, y: 0, width: size.width });
  const inDialog = (await smallTargets(page)).filter((name) =>
    /Schließen|Rahmenvertrag/.test(name),
  );
  expect(inDialog).toEqual([]);
  await expectNoSeriousFinding(page);
  await search.hits.first().tap();
  await expect(panelOf(page)).toBeVisible();
});

async function expectNoSeriousFinding(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page })
    .include("[data-layer]")
    .exclude("[data-base-ui-focus-guard]")
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join("\n")}`);
  expect(serious).toEqual([]);
}
