import type { Page } from "@playwright/test";
import type { SeededWorkspace } from "@/seeds/factories";
import { expectBoardsToEqualDatabase } from "./converge";
import { expect, test } from "./fixtures";
import { boardIsLive, card, carryByKeys, column, dragCard, quickAdd } from "./pages/board";
import { editField, logCall, openPanel, panelOf } from "./pages/panel";

test.use({ workspaceSeed: { reps: 3, managers: 1, opportunities: 8 } });

const tablet = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("four people at desks, a tablet and a phone move and add at once, and end with one board", async ({
  workspace,
  signIn,
  database,
}) => {
  const pages = await openFour(workspace, signIn);
  const [desk, otherDesk, onTablet, onPhone] = pages;
  await Promise.all([
    dragCard(desk, "Rahmenvertrag 1", { stage: "Angebot", place: 1 }),
    carryByKeys(otherDesk, "Rahmenvertrag 2", ["ArrowRight", "ArrowDown"]),
    moveByTap(onTablet, "Rahmenvertrag 3", "Bedarf geklärt"),
    moveByTap(onPhone, "Rahmenvertrag 5", "Bedarf geklärt"),
  ]);
  // Two take the same card somewhere else, two put theirs on top of the same column.
  await Promise.all([
    carryByKeys(desk, "Rahmenvertrag 6", ["ArrowLeft"]),
    carryByKeys(otherDesk, "Rahmenvertrag 6", ["ArrowRight"]),
    moveByTap(onTablet, "Rahmenvertrag 7", "Verhandlung"),
    moveByTap(onPhone, "Rahmenvertrag 2", "Verhandlung"),
  ]);
  await Promise.all(
    pages.map((page, index) =>
      quickAdd(page, "Erstkontakt", {
        customer: `Werft ${index + 1}`,
        name: `Segel ${index + 1}`,
        amount: `${index + 1}50,25`,
      }),
    ),
  );
  for (const page of pages) {
    await expect(column(page, "Erstkontakt").getByText(/^Segel \d$/)).toHaveCount(4);
  }
  await expectBoardsToEqualDatabase(pages, database, { workspaceId: workspace.id });
});

test("what one edits or documents stands on all four screens, and nothing of the others is lost", async ({
  workspace,
  signIn,
  database,
}) => {
  const pages = await openFour(workspace, signIn);
  const [desk, otherDesk, onTablet, onPhone] = pages;
  for (const page of pages) await openPanel(page, "Rahmenvertrag 1");
  // Different fields of one card in the same moment.
  await Promise.all([
    editField(panelOf(desk), "Betrag", "4.200"),
    editField(panelOf(otherDesk), "Nächster Schritt", "Muster schicken"),
    editField(panelOf(onTablet), "Name", "Rahmenvertrag Nord"),
    logCall(panelOf(onPhone), "Rückruf vereinbart", "Ab Dienstag wieder im Haus."),
  ]);
  for (const page of pages) {
    const panel = panelOf(page);
    const field = (label: string) => panel.getByRole("textbox", { name: label, exact: true });
    await expect(field("Betrag")).toHaveValue("4.200");
    await expect(field("Nächster Schritt")).toHaveValue("Muster schicken");
    await expect(field("Name")).toHaveValue("Rahmenvertrag Nord");
    await expect(panel.getByText("Ab Dienstag wieder im Haus.")).toBeVisible();
    await expect(panel.getByRole("alert")).toHaveCount(0);
    await panel.getByRole("button", { name: "Schließen" }).click();
    await expect(card(page, "Rahmenvertrag Nord")).toContainText("4.200");
  }
  await expectBoardsToEqualDatabase(pages, database, { workspaceId: workspace.id });
});

type Login = SeededWorkspace["admin"];
type SignIn = (login: Login, options?: typeof tablet) => Promise<Page>;

/** Two reps at desks, a manager with a tablet, and a third rep with a phone. */
async function openFour(
  { reps, managers }: SeededWorkspace,
  signIn: SignIn,
): Promise<[Page, Page, Page, Page]> {
  const [[one, two, three], [manager]] = [reps, managers];
  if (!one || !two || !three || !manager) throw new Error("The seed has four people.");
  const pages = await Promise.all([
    signIn(one),
    signIn(two),
    signIn(manager, tablet),
    signIn(three, phone),
  ]);
  await Promise.all(pages.map(boardIsLive));
  return pages;
}

/** Moves to the top of a stage by the card's menu, with a finger. */
async function moveByTap(page: Page, name: string, stage: string): Promise<void> {
  const menu = card(page, name).getByRole("button", { name: `Aktionen für ${name}` });
  const item = page.getByRole("menuitemradio", { name: stage, exact: true });
  // A card that a colleague moves under the finger takes its menu along; then one taps again.
  await expect(async () => {
    await menu.tap({ timeout: 5_000 });
    await item.tap({ timeout: 5_000 });
  }).toPass();
}
