import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { boardIsLive, card } from "./pages/board";
import { addLeadByKey, leadRow, openLead, openLeads, showView, takeButton } from "./pages/leads";
import { logCall, openPanel } from "./pages/panel";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, managers: 1, opportunities: 3 } });

const petra = { name: "Petra Probe", company: "Probe & Söhne", contact: "petra@probe.example" };

test("a lead is added by one, seen by all, taken by one, and becomes a card on every board", async ({
  workspace,
  signIn,
}) => {
  const [repOne, repTwo] = twoReps(workspace);
  const manager = workspace.managers[0];
  if (!manager) throw new Error("The workspace has no manager.");
  const [one, two, board] = await Promise.all([signIn(repOne), signIn(repTwo), signIn(manager)]);
  await boardIsLive(board);
  await Promise.all([openLeads(one), openLeads(two)]);

  await test.step("what one adds appears in the queue of the other by itself", async () => {
    await addLeadByKey(one, petra);
    await expect(leadRow(two, petra.name)).toBeVisible();
    await expect(leadRow(two, petra.name)).toContainText(petra.company);
  });

  await test.step("both reach for it: one has it, the other hears who", async () => {
    let reached = () => {};
    let arrive = () => {};
    const hasReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const mayArrive = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await two.route("**/api/trpc/lead.take*", async (route) => {
      reached();
      await mayArrive;
      await route.continue();
    });
    await takeButton(two, petra.name).click();
    await hasReached;
    await takeButton(one, petra.name).click();
    await expect(one.getByText(`${petra.name} übernommen`)).toBeVisible();
    arrive();
    await expect(two.getByText(`war schneller und kümmert sich um ${petra.name}`)).toBeVisible();
    await showView(one, "Meine");
    await expect(leadRow(one, petra.name)).toBeVisible();
    await showView(two, "Alle offenen");
    await expect(leadRow(two, petra.name)).toBeVisible();
    await showView(two, "Meine");
    await expect(two.getByText("Keine eigenen Leads")).toBeVisible();
  });

  await test.step("it is converted, and stands on an open board with what was said", async () => {
    const panel = await openLead(one, petra.name);
    await logCall(panel, "Rückruf", "Will ein Angebot über 300 Shirts");
    await expect(panel.getByText("Will ein Angebot über 300 Shirts")).toBeVisible();
    await panel.getByRole("button", { name: "In Chance umwandeln" }).click();
    const form = panel.getByRole("form", { name: "In Chance umwandeln" });
    await form.getByRole("textbox", { name: "Name der Chance" }).fill("300 Shirts");
    await form.getByRole("textbox", { name: "Betrag" }).fill("2.400");
    await form.getByRole("button", { name: "Umwandeln", exact: true }).click();
    await expect(panel.getByText("Aus diesem Lead ist eine Chance geworden.")).toBeVisible();

    await expect(card(board, "300 Shirts")).toContainText(petra.company);
    const opened = await openPanel(board, "300 Shirts");
    await expect(opened.getByText("Will ein Angebot über 300 Shirts")).toBeVisible();
  });
});

test("the keyboard goes through the queue, takes, and opens", async ({ workspace, signIn }) => {
  const [rep] = twoReps(workspace);
  const page = await signIn(rep);
  await openLeads(page);
  await addLeadByKey(page, { ...petra, name: "Anna Alt" });
  await expect(leadRow(page, "Anna Alt")).toBeVisible();
  await addLeadByKey(page, { ...petra, name: "Nils Neu" });
  await leadRow(page, "Nils Neu").getByRole("button", { name: "Nils Neu", exact: true }).focus();
  await page.keyboard.press("t");
  await expect(leadRow(page, "Nils Neu")).toBeHidden();
  await expect(page.getByRole("button", { name: "Anna Alt", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/lead=/);
  await expectReadable(page);
  await expect(page.getByRole("dialog", { name: "Anna Alt" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/lead=/);
  await expect(page.getByRole("button", { name: "Anna Alt", exact: true })).toBeFocused();
});

/** No serious finding of axe on the list and the panel beside it. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "In Chance umwandeln" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious).toEqual([]);
}

test("one key adds a lead from wherever somebody is", async ({ workspace, signIn }) => {
  const [rep] = twoReps(workspace);
  const page = await signIn(rep);
  await boardIsLive(page);
  const dialog = page.getByRole("dialog", { name: "Neuer Lead" });
  // What listens to the key comes after the board.
  await expect(async () => {
    await page.keyboard.press("l");
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog.getByRole("textbox", { name: "Name" }).fill(petra.name);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await openLeads(page);
  await expect(leadRow(page, petra.name)).toBeVisible();
});
