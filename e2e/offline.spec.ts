import type { Page } from "@playwright/test";
import { expectBoardsToEqualDatabase } from "./converge";
import type { Database } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive, card, carryByKeys, quickAdd } from "./pages/board";
import { editField, openPanel } from "./pages/panel";
import { enterPassword } from "./pages/sign-in";
import { openTwoBoards, twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 4 } });

const waits = (page: Page, count: string) =>
  page.getByRole("status").filter({ hasText: `${count} auf diesem Gerät.` });

/** Without a line to the server no page can be had; its last words still are on the device. */
async function reloadWhenBack(page: Page): Promise<void> {
  const address = page.url();
  await page.goto("about:blank");
  await page.context().setOffline(false);
  await page.goto(address);
}

test("what is done offline survives leaving the page and is written once", async ({
  workspace,
  signIn,
  database,
}) => {
  const [one, two] = await openTwoBoards(workspace, signIn);
  const panel = await editOffline(one, "Rahmenvertrag 1", "Am Telefon besprochen");
  await panel.press("Escape");
  await carryByKeys(one, "Rahmenvertrag 2", ["ArrowRight"]);
  await expect(waits(one, "2 Änderungen warten")).toBeVisible();

  await reloadWhenBack(one);
  await boardIsLive(one);
  await expect
    .poll(() => nextStepOf(database, workspace.opportunityIds[0]))
    .toBe("Am Telefon besprochen");
  await expect.poll(() => changesOf(database, workspace.opportunityIds[1])).toBe(1);
  await expectBoardsToEqualDatabase([one, two], database, { workspaceId: workspace.id });
  expect(await changesOf(database, workspace.opportunityIds[0])).toBe(1);
  await expect.poll(() => keptOn(one)).toBe(0);
});

test("of two pages that find what a third left behind, one sends it", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const page = await signIn(rep);
  await boardIsLive(page);
  const context = page.context();
  const others = [await context.newPage(), await context.newPage()];
  for (const other of others) {
    await other.goto(page.url());
    await boardIsLive(other);
  }
  const sent: string[] = [];
  for (const other of others) {
    other.on("request", (request) => {
      if (request.url().includes("opportunity.create")) sent.push(request.url());
    });
  }
  await page.getByRole("button", { name: "Neue Chance in Erstkontakt" }).click();
  await expect(page.getByRole("combobox", { name: "Kunde" })).toBeVisible();
  await page.keyboard.press("Escape");
  await context.setOffline(true);
  const wanted = { customer: "Kunde 2 GmbH", name: "Tierpfleger-Jacken", amount: "900" };
  await quickAdd(page, "Erstkontakt", wanted, "known");
  await expect(waits(page, "1 Änderung wartet")).toBeVisible();
  await page.close();
  for (const other of others) await other.bringToFront();
  const adopter = others.map((other) => waits(other, "1 Änderung wartet"));
  await expect
    .poll(async () => (await Promise.all(adopter.map((one) => one.count()))).sort())
    .toEqual([0, 1]);
  await context.setOffline(false);
  for (const other of others) {
    await boardIsLive(other);
    await expect(card(other, "Tierpfleger-Jacken")).toHaveCount(1);
  }
  const rows = await database.rows(
    "select id from public.opportunities where workspace_id = $1 and name = $2",
    [workspace.id, wanted.name],
  );
  expect(rows).toHaveLength(1);
});

for (const choice of ["Eigene behalten", "Andere übernehmen"] as const) {
  test(`a field that others changed meanwhile is asked about: ${choice}`, async ({
    workspace,
    signIn,
    database,
  }) => {
    const id = workspace.opportunityIds[0];
    const [one] = await openTwoBoards(workspace, signIn);
    await editOffline(one, "Rahmenvertrag 1", "Anrufen");
    await expect(waits(one, "1 Änderung wartet")).toBeVisible();
    await database.rows("update public.opportunities set next_step = $2 where id = $1", [
      id,
      "Muster schicken",
    ]);
    await reloadWhenBack(one);

    const dialog = one.getByRole("dialog", { name: "Doppelt geändert: Rahmenvertrag 1" });
    const field = dialog.getByRole("group", { name: "Nächster Schritt" });
    await expect(field).toContainText("Vorher–");
    await expect(field).toContainText("Eigene EingabeAnrufen");
    await expect(field).toContainText("JetztMuster schicken");
    // Nothing is decided by leaving; it can be asked for again.
    await dialog.getByRole("button", { name: "Später" }).click();
    await expect.poll(() => nextStepOf(database, id)).toBe("Muster schicken");
    await one.getByRole("button", { name: "Entscheiden" }).click();
    await field.getByRole("radio", { name: choice }).check();
    await dialog.getByRole("button", { name: "Speichern" }).click();

    await expect(dialog).toBeHidden();
    const winner = choice === "Eigene behalten" ? "Anrufen" : "Muster schicken";
    await expect.poll(() => nextStepOf(database, id)).toBe(winner);
    await expect.poll(() => keptOn(one)).toBe(0);
  });
}

test("a change of another field meanwhile is merged without asking", async ({
  workspace,
  signIn,
  database,
}) => {
  const id = workspace.opportunityIds[0];
  const [one] = await openTwoBoards(workspace, signIn);
  await editOffline(one, "Rahmenvertrag 1", "Anrufen");
  await database.rows("update public.opportunities set amount = 777 where id = $1", [id]);
  await reloadWhenBack(one);
  await boardIsLive(one);
  await expect.poll(() => nextStepOf(database, id)).toBe("Anrufen");
  await expect.poll(() => keptOn(one)).toBe(0);
  await expect(one.getByRole("dialog", { name: "Doppelt geändert" })).toHaveCount(0);
});

test("what was typed for something deleted meanwhile is shown with the reason", async ({
  workspace,
  signIn,
  database,
}) => {
  const id = workspace.opportunityIds[0];
  const [one] = await openTwoBoards(workspace, signIn);
  await editOffline(one, "Rahmenvertrag 1", "Anrufen");
  await database.rows("delete from public.opportunities where id = $1", [id]);
  await reloadWhenBack(one);
  const dialog = one.getByRole("dialog", { name: "Rahmenvertrag 1 wurde nicht geändert" });
  await expect(dialog).toContainText("Anrufen");
  await dialog.getByRole("button", { name: "Verwerfen" }).click();
  await expect.poll(() => keptOn(one)).toBe(0);
});

test("another member on the same device neither sees nor sends what waits", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep, other] = twoReps(workspace);
  const page = await signIn(rep);
  await boardIsLive(page);
  await editOffline(page, "Rahmenvertrag 1", "Anrufen");
  await expect(waits(page, "1 Änderung wartet")).toBeVisible();
  await page.goto("about:blank");
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await enterPassword(page, other);
  await page.waitForURL("**/board");
  await boardIsLive(page);
  await carryByKeys(page, "Rahmenvertrag 3", ["ArrowRight"]);
  await expect.poll(() => changesOf(database, workspace.opportunityIds[2])).toBe(1);
  expect(await nextStepOf(database, workspace.opportunityIds[0])).toBeNull();
  await expect.poll(() => keptOn(page)).toBe(1);
});

/** Opens the panel while there is still a line, types without one. */
async function editOffline(page: Page, name: string, nextStep: string) {
  const panel = await openPanel(page, name);
  await expect(panel.getByRole("textbox", { name: "Nächster Schritt" })).toBeVisible();
  await page.context().setOffline(true);
  await editField(panel, "Nächster Schritt", nextStep);
  return panel;
}

async function nextStepOf(database: Database, id: string | undefined) {
  const [row] = await database.rows<{ next_step: string | null }>(
    "select next_step from public.opportunities where id = $1",
    [id],
  );
  return row?.next_step;
}

/** How often an opportunity was written since it was made. */
async function changesOf(database: Database, id: string | undefined) {
  const [row] = await database.rows<{ version: string }>(
    "select version from public.opportunities where id = $1",
    [id],
  );
  return Number(row?.version) - 1;
}

function keptOn(page: Page): Promise<number> {
  return page.evaluate(
    () => Object.keys(localStorage).filter((key) => key.startsWith("spur-outbox:")).length,
  );
}

test("what cannot be fetched without a line breaks nothing and comes when it is back", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  await boardIsLive(page);
  await page.context().setOffline(true);
  await page.keyboard.press("?");
  await carryByKeys(page, "Rahmenvertrag 1", ["ArrowRight"]);
  await expect(waits(page, "1 Änderung wartet")).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.context().setOffline(false);
  await expect(page.getByRole("dialog", { name: "Tastenkürzel" })).toBeVisible();
});
