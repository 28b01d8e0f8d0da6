import type { Page } from "@playwright/test";
import type { SeededWorkspace } from "@/seeds/factories";
import { boardInDatabase, type Database } from "./database";
import { expect, test } from "./fixtures";
import {
  boardIsLive,
  boardOnScreen,
  chooseStage,
  fillQuickAdd,
  moveByMenu,
  quickAdd,
} from "./pages/board";
import { editField, openPanel, panelOf } from "./pages/panel";
import { awake } from "./pages/sign-in";
import { openTwoBoards } from "./pages/two-boards";
import { chooseLayout, groupHead, listOnScreen, rowOf } from "./pages/views";

test.use({
  workspaceSeed: { reps: 2, opportunities: 10 },
  // With scrollbars, as people have them.
  launchOptions: [
    ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ["--hide-scrollbars"] }),
    { scope: "worker" },
  ],
});

const sails = { customer: "Elbtuch KG", name: "Segel", amount: "70" };

/** The pages' lists show exactly what the database holds, in the order of the board. */
async function expectListToEqualDatabase(page: Page, database: Database, id: string) {
  await expect(async () => {
    const truth = await boardInDatabase(database, { workspaceId: id });
    expect(await listOnScreen(page)).toEqual(truth);
  }).toPass({ timeout: 30_000, intervals: [100, 250, 500, 1000] });
}

async function openList(page: Page, { slug }: SeededWorkspace, query = ""): Promise<void> {
  await page.goto(`/${slug}/board?view=list${query}`);
  await boardIsLive(page);
  await awake(page.locator("a[data-row]").first());
}

test.describe("The list", () => {
  test("shows what the board shows under the same filter, in its order and with its sums", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    for (const query of ["", "min=1500", "q=Rahmenvertrag+1", "group=owner&min=1500"]) {
      await page.goto(`/${workspace.slug}/board?${query}`);
      await boardIsLive(page);
      const board = await boardOnScreen(page);
      await chooseLayout(page, "Liste");
      await expect(page.locator("a[data-row]").first()).toBeVisible();
      expect(await listOnScreen(page), query).toEqual(board);
      await expect(page).toHaveURL(/view=list/);
    }
    const rows = await database.rows<{ id: string }>(
      "select id from public.opportunities where workspace_id = $1 and amount >= 1500",
      [workspace.id],
    );
    const shown = (await listOnScreen(page)).flatMap(({ ids }) => ids);
    expect(shown.sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(shown.length).toBeGreaterThan(0);
  });

  test("stays equal to the database while a colleague moves, edits, adds and deletes", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [list, board] = await openTwoBoards(workspace, signIn);
    await openList(list, workspace);
    await moveByMenu(board, "Rahmenvertrag 1", "Angebot");
    await expectListToEqualDatabase(list, database, workspace.id);
    await editField(await openPanel(board, "Rahmenvertrag 3"), "Betrag", "98.765");
    await expect(
      list.locator("[data-card]").filter({ has: rowOf(list, "Rahmenvertrag 3") }),
    ).toContainText("98.765");
    await panelOf(board).press("Escape");
    await quickAdd(board, "Erstkontakt", sails);
    await expect(rowOf(list, "Segel")).toBeVisible();
    await expectListToEqualDatabase(list, database, workspace.id);
    await database.rows("delete from public.opportunities where id = $1", [
      workspace.opportunityIds[4],
    ]);
    await expect(rowOf(list, "Rahmenvertrag 5")).toHaveCount(0);
    await expectListToEqualDatabase(list, database, workspace.id);
  });

  test("has the names of its cells above them, beside a scrollbar as well", async ({
    workspace,
    signIn,
  }) => {
    const page = await signIn(workspace.admin, { viewport: { width: 1440, height: 500 } });
    await openList(page, workspace);
    const list = page.getByRole("region", { name: "Chancen als Liste" });
    const bar = await list.locator("ul").evaluate(({ parentElement }) => {
      return (parentElement?.offsetWidth ?? 0) - (parentElement?.clientWidth ?? 0);
    });
    expect(bar).toBeGreaterThan(0);
    const edges = (parent: string) =>
      list
        .locator(parent)
        .evaluate((row) =>
          [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left)),
        );
    const names = await edges("> div[aria-hidden]");
    // Behind its cells a row has its menu.
    expect(names).toEqual((await edges("article >> nth=0")).slice(0, names.length));
  });

  test("is read, closed and opened by keys alone", async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin);
    await openList(page, workspace);
    const names = await page.locator("a[data-row]").allInnerTexts();
    const nameAt = (index: number) => /Rahmenvertrag \d+/.exec(names.at(index) ?? "")?.[0] ?? "";
    await groupHead(page, "Erstkontakt").focus();
    await page.keyboard.press("ArrowDown");
    await expect(rowOf(page, nameAt(0))).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(rowOf(page, nameAt(1))).toBeFocused();
    await page.keyboard.press("End");
    await expect(groupHead(page, "Verloren")).toBeFocused();
    await page.keyboard.press("Home");
    await expect(groupHead(page, "Erstkontakt")).toBeFocused();

    await page.keyboard.press("ArrowLeft");
    await expect(groupHead(page, "Erstkontakt")).toHaveAttribute("aria-expanded", "false");
    await expect(rowOf(page, nameAt(0))).toHaveCount(0);
    await page.keyboard.press("ArrowDown");
    await expect(groupHead(page, "Bedarf geklärt")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect(rowOf(page, nameAt(0))).toBeFocused();

    await page.keyboard.press("Enter");
    await expect(panelOf(page)).toBeFocused();
    await expect(panelOf(page).getByRole("textbox", { name: "Name", exact: true })).toHaveValue(
      nameAt(0),
    );
    await page.keyboard.press("Escape");
    await expect(panelOf(page)).toHaveCount(0);
    await expect(rowOf(page, nameAt(0))).toBeFocused();
  });

  test("moves one by its menu and several that were selected, and takes it back", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    await openList(page, workspace);
    const before = await listOnScreen(page);
    await rowOf(page, "Rahmenvertrag 1").focus();
    await chooseStage(page, "Rahmenvertrag 1", "Verhandlung");
    await expect
      .poll(
        async () => (await listOnScreen(page)).find(({ stage }) => stage === "Verhandlung")?.ids,
      )
      .toContain(workspace.opportunityIds[0]);
    await expectListToEqualDatabase(page, database, workspace.id);
    // Its row went along, and the focus with it.
    await expect(
      page.getByRole("button", { name: "Aktionen für Rahmenvertrag 1", exact: true }),
    ).toBeFocused();

    await rowOf(page, "Rahmenvertrag 5").focus();
    await page.keyboard.press("x");
    await rowOf(page, "Rahmenvertrag 2").click({ modifiers: ["ControlOrMeta"] });
    const bar = page.getByRole("region", { name: "Auswahl" });
    await expect(bar.getByText("2 ausgewählt")).toBeVisible();
    await expect(page.getByRole("img", { name: "Ausgewählt" })).toHaveCount(2);
    await bar.getByRole("button", { name: "Verschieben nach" }).click();
    await page.getByRole("menuitemradio", { name: "Angebot", exact: true }).click();
    await expect(bar).toHaveCount(0);
    await expectListToEqualDatabase(page, database, workspace.id);
    expect(await listOnScreen(page)).not.toEqual(before);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect.poll(() => listOnScreen(page)).toEqual(before);
    await expectListToEqualDatabase(page, database, workspace.id);
  });

  test("is added to where it stands", async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin);
    await openList(page, workspace);
    await page.keyboard.press("c");
    await fillQuickAdd(page, "Erstkontakt", sails);
    await expect(rowOf(page, "Segel")).toBeVisible();
    await expect(page.getByRole("form", { name: "Neue Chance in Erstkontakt" })).toHaveCount(0);
  });

  test("says when nothing matches, and shows everything again", async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin);
    await page.goto(`/${workspace.slug}/board?view=list&q=nirgends`);
    await expect(page.getByRole("heading", { name: "Nichts gefunden" })).toBeVisible();
    await page.getByRole("button", { name: "Filter entfernen" }).click();
    await expect(page.locator("a[data-row]")).toHaveCount(10);
    await expect(page).toHaveURL(/view=list$/);
  });
});

test.describe("Without any opportunity", () => {
  test.use({ workspaceSeed: { reps: 1, opportunities: 0 } });

  test("the list teaches how the first ones get there, and shows the first one", async ({
    workspace,
    signIn,
  }) => {
    const page = await signIn(workspace.admin);
    await page.goto(`/${workspace.slug}/board?view=list`);
    await boardIsLive(page);
    await expect(page.getByRole("heading", { name: "Hier beginnt die Pipeline" })).toBeVisible();
    const colleague = await signIn(workspace.admin);
    await boardIsLive(colleague);
    await colleague.getByRole("button", { name: "Erste Chance anlegen" }).click();
    await fillQuickAdd(colleague, "Erstkontakt", sails);
    await expect(rowOf(page, "Segel")).toBeVisible();
  });

  test("the forecast leads to the stages", async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin);
    await page.goto(`/${workspace.slug}/board?view=forecast`);
    await boardIsLive(page);
    await expect(page.getByRole("heading", { name: "Keine offenen Chancen" })).toBeVisible();
    await page.getByRole("button", { name: "Nach Stufe zeigen" }).click();
    await expect(page.getByRole("heading", { name: "Hier beginnt die Pipeline" })).toBeVisible();
  });
});
