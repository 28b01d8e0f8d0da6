import type { Page } from "@playwright/test";
import { expectBoardsToEqualDatabase } from "./converge";
import type { Database } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive, boardOnScreen, card, chooseStage, column, fillQuickAdd } from "./pages/board";
import { panelOf } from "./pages/panel";
import { awake } from "./pages/sign-in";

test.use({ workspaceSeed: { reps: 1, opportunities: 12 } });

const linkOf = (page: Page, name: string) => card(page, name).getByRole("link");

/** What a screen reader was told last. */
const told = (page: Page) => page.getByRole("status").filter({ hasText: /Rahmenvertrag/ });

/** Puts the focus on a card as a mouse would not. */
async function focusOn(page: Page, name: string): Promise<void> {
  await boardIsLive(page);
  await awake(linkOf(page, name));
  await linkOf(page, name).focus();
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

type Place = { stage: string; reason: string | null };

async function placeOf(database: Database, workspaceId: string, name: string) {
  const [row] = await database.rows<Place>(
    `select s.name as stage, o.lost_reason as reason from public.opportunities o
     join public.stages s on s.id = o.stage_id where o.name = $1 and o.workspace_id = $2`,
    [name, workspaceId],
  );
  return row;
}

test.describe("By keys alone", () => {
  test("the focus goes from card to card, opens one, and comes back to it", async ({
    workspace,
    signIn,
  }) => {
    const page = await signIn(workspace.admin);
    await focusOn(page, "Rahmenvertrag 1");
    // Four open stages take the cards in turn: 1 2 3 4, below them 5 6 7 8.
    await press(page, "ArrowDown");
    await expect(linkOf(page, "Rahmenvertrag 5")).toBeFocused();
    await press(page, "ArrowRight");
    await expect(linkOf(page, "Rahmenvertrag 6")).toBeFocused();
    await press(page, "ArrowUp", "ArrowRight");
    await expect(linkOf(page, "Rahmenvertrag 3")).toBeFocused();
    await press(page, "ArrowLeft");
    await expect(linkOf(page, "Rahmenvertrag 2")).toBeFocused();
    await press(page, "End");
    await expect(linkOf(page, "Rahmenvertrag 10")).toBeFocused();
    await press(page, "Home", "Enter");
    await expect(panelOf(page)).toBeFocused();
    await expect(panelOf(page).getByRole("textbox", { name: "Name", exact: true })).toHaveValue(
      "Rahmenvertrag 2",
    );
    await press(page, "Escape");
    await expect(panelOf(page)).toHaveCount(0);
    await expect(linkOf(page, "Rahmenvertrag 2")).toBeFocused();
  });

  test("C adds to the stage that is looked at, and / searches", async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin);
    await focusOn(page, "Rahmenvertrag 3");
    await press(page, "c");
    const sails = { customer: "Elbtuch KG", name: "Segel", amount: "10" };
    await fillQuickAdd(page, "Angebot", sails);
    await expect(column(page, "Angebot").getByText("Segel", { exact: true })).toBeVisible();
    await press(page, "/");
    const search = page.getByRole("textbox", { name: "Chancen durchsuchen" });
    await expect(search).toBeFocused();
    // Letters are letters while somebody types.
    await page.keyboard.type("c/x");
    await expect(search).toHaveValue("c/x");
    await expect(page.getByRole("form")).toHaveCount(0);
    await press(page, "Escape");
    await expect(search).toHaveValue("");
    await press(page, "Escape");
    await expect(search).not.toBeFocused();
  });

  test("C adds where the columns are owners, too", async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin);
    await page.goto(`/${workspace.slug}/board?group=owner`);
    await focusOn(page, "Rahmenvertrag 2");
    await press(page, "c");
    const sails = { customer: "Elbtuch KG", name: "Segel", amount: "10" };
    await fillQuickAdd(page, "Bedarf geklärt", sails);
    await expect(
      column(page, workspace.admin.name).getByText("Segel", { exact: true }),
    ).toBeVisible();
  });

  test("a card is picked up, carried, put back and dropped, and each step is told", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    await focusOn(page, "Rahmenvertrag 1");
    const before = await boardOnScreen(page);
    await press(page, "Space");
    await expect(told(page)).toContainText(
      "Rahmenvertrag 1 aufgenommen: Erstkontakt, Platz 1 von 3.",
    );
    await press(page, "ArrowRight");
    await expect(told(page)).toContainText("Rahmenvertrag 1: Bedarf geklärt, Platz 1 von 4.");
    await press(page, "ArrowDown");
    await expect(told(page)).toContainText("Rahmenvertrag 1: Bedarf geklärt, Platz 2 von 4.");
    await press(page, "Escape");
    await expect(told(page)).toContainText("Rahmenvertrag 1 ist wieder in Erstkontakt, Platz 1");
    await expect(linkOf(page, "Rahmenvertrag 1")).toBeFocused();
    expect(await boardOnScreen(page)).toEqual(before);

    await press(page, "Space", "ArrowRight", "ArrowDown", "Space");
    await expect(told(page)).toContainText(
      "Rahmenvertrag 1 abgelegt: Bedarf geklärt, Platz 2 von 4.",
    );
    await expect(linkOf(page, "Rahmenvertrag 1")).toBeFocused();
    await expectBoardsToEqualDatabase([page], database, { workspaceId: workspace.id });
    expect((await placeOf(database, workspace.id, "Rahmenvertrag 1"))?.stage).toBe(
      "Bedarf geklärt",
    );
  });

  test("the menu of a card wins it, loses another with its reason, and Ctrl Z takes both back", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    const stageOf = (name: string) => placeOf(database, workspace.id, name);
    await focusOn(page, "Rahmenvertrag 1");
    await chooseStage(page, "Rahmenvertrag 1", "Gewonnen");
    await expect
      .poll(() => stageOf("Rahmenvertrag 1"))
      .toEqual({ stage: "Gewonnen", reason: null });
    await expect(linkOf(page, "Rahmenvertrag 1")).toBeFocused();

    await linkOf(page, "Rahmenvertrag 2").focus();
    await chooseStage(page, "Rahmenvertrag 2", "Verloren");
    const why = page.getByRole("dialog", { name: "Warum ging Rahmenvertrag 2 verloren?" });
    await expect(why).toBeVisible();
    await why.getByRole("textbox", { name: "Grund" }).focus();
    await page.keyboard.type("Zu späte Lieferung");
    await press(page, "Enter");
    await expect(why).toHaveCount(0);
    await expect
      .poll(() => stageOf("Rahmenvertrag 2"))
      .toEqual({ stage: "Verloren", reason: "Zu späte Lieferung" });
    await expect(linkOf(page, "Rahmenvertrag 2")).toBeFocused();

    await press(page, "Control+z");
    await expect
      .poll(() => stageOf("Rahmenvertrag 2"))
      .toEqual({ stage: "Bedarf geklärt", reason: null });
    await press(page, "Control+z");
    await expect
      .poll(() => stageOf("Rahmenvertrag 1"))
      .toEqual({ stage: "Erstkontakt", reason: null });
    await press(page, "Control+z");
    await expect(
      page.getByRole("status").getByText("Es gibt nichts zurückzunehmen"),
    ).toBeAttached();
  });

  test("cards selected by X are carried together, and taken back together", async ({
    workspace,
    signIn,
    database,
  }) => {
    const page = await signIn(workspace.admin);
    await focusOn(page, "Rahmenvertrag 1");
    await press(page, "x", "ArrowDown", "x");
    const bar = page.getByRole("region", { name: "Auswahl" });
    await expect(bar.getByText("2 ausgewählt")).toBeVisible();
    await expect(
      card(page, "Rahmenvertrag 5").getByRole("img", { name: "Ausgewählt" }),
    ).toBeVisible();
    const before = (await boardOnScreen(page)).map(({ ids }) => ids);
    await press(page, "Space");
    await expect(told(page)).toContainText("Rahmenvertrag 5 und 1 weitere aufgenommen");
    await press(page, "ArrowRight", "Escape");
    await expect(page.locator("[data-lifting]")).toHaveCount(0);
    await expect(bar.getByText("2 ausgewählt")).toBeVisible();

    const writes = page.waitForRequest((request) => request.url().includes("opportunity.moveMany"));
    await press(page, "Space", "ArrowRight", "ArrowRight", "Space");
    await writes;
    for (const name of ["Rahmenvertrag 1", "Rahmenvertrag 5"]) {
      await expect(column(page, "Angebot").getByText(name, { exact: true })).toBeVisible();
    }
    await expect(bar).toHaveCount(0);
    await expectBoardsToEqualDatabase([page], database, { workspaceId: workspace.id });
    await press(page, "Control+z");
    await expect
      .poll(async () => (await boardOnScreen(page)).map(({ ids }) => ids))
      .toEqual(before);
    await expectBoardsToEqualDatabase([page], database, { workspaceId: workspace.id });
  });
});
