import { addParty } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive, card, column } from "./pages/board";
import { openPanel, panelOf } from "./pages/panel";
import { openParty, part } from "./pages/party";
import { openTwoBoards, twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 6 } });

test.describe("Who else is at work", () => {
  test("is seen on the board, once however many tabs they have, until they leave", async ({
    workspace,
    signIn,
  }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    const [, { name }] = twoReps(workspace);
    const here = one.getByRole("list", { name: "Auch auf diesem Board" });
    await expect(here.getByRole("listitem")).toHaveText([name]);
    const secondTab = await two.context().newPage();
    await secondTab.goto(two.url());
    await boardIsLive(secondTab);
    await expect(here.getByRole("listitem")).toHaveText([name]);
    await two.close();
    await expect(here.getByRole("listitem")).toHaveText([name]);
    await secondTab.close();
    await expect(here).toHaveCount(0);
  });

  test("is seen at the card they have open, and in the field they are in", async ({
    workspace,
    signIn,
  }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    const [, { name }] = twoReps(workspace);
    const panel = await openPanel(two, "Rahmenvertrag 2");
    const mark = card(one, "Rahmenvertrag 2").getByRole("img", { name: `Geöffnet von ${name}` });
    await expect(mark).toBeVisible();
    await expect(card(one, "Rahmenvertrag 1").getByRole("img", { name: /Geöffnet/ })).toHaveCount(
      0,
    );

    const mine = await openPanel(one, "Rahmenvertrag 2");
    await panel.getByRole("textbox", { name: "Betrag", exact: true }).focus();
    await expect(mine.getByText(`${name} bearbeitet gerade dieses Feld`)).toBeAttached();
    await panel.press("Escape");
    await expect(panelOf(two)).toHaveCount(0);
    await expect(mark).toHaveCount(0);
    await expect(mine.getByText(`${name} bearbeitet gerade dieses Feld`)).toHaveCount(0);
  });

  test("is seen at the party they have open, and in the field they are in, and not on the board", async ({
    workspace,
    signIn,
    database,
  }) => {
    const [rep, colleague] = twoReps(workspace);
    const id = await addParty(database, workspace, "organization", "Mustermann GmbH");
    const another = await addParty(database, workspace, "organization", "Musterfrau AG");
    const one = await signIn(rep);
    const two = await signIn(colleague);
    const board = await one.context().newPage();
    await board.goto(`/${workspace.slug}/board`);
    await boardIsLive(board);
    const here = board.getByRole("list", { name: "Auch auf diesem Board" });
    await expect(here.getByRole("listitem")).toHaveText([colleague.name]);
    await openParty(one, workspace.slug, id);
    const mark = one.getByRole("img", { name: `Geöffnet von ${colleague.name}` });
    await openParty(two, workspace.slug, another);
    await expect(here).toHaveCount(0);
    await expect(mark).toHaveCount(0);

    await openParty(two, workspace.slug, id);
    await expect(mark).toBeVisible();
    await expect(two.getByRole("img", { name: `Geöffnet von ${rep.name}` })).toBeVisible();
    await expect(here).toHaveCount(0);
    const editing = one.getByText(`${colleague.name} bearbeitet gerade dieses Feld`);
    await two.getByLabel("Branche").focus();
    await expect(
      part(one, "Firma").locator("[data-field=industry]").filter({ has: editing }),
    ).toBeVisible();
    await two.getByLabel("Branche").blur();
    await expect(editing).toHaveCount(0);
    await two.close();
    await expect(mark).toHaveCount(0);
  });

  test("is seen with a card in hand, which then still lands where they put it", async ({
    workspace,
    signIn,
  }) => {
    const [one, two] = await openTwoBoards(workspace, signIn);
    const [, { name }] = twoReps(workspace);
    await card(two, "Rahmenvertrag 3").getByRole("link").focus();
    await two.keyboard.press("Space");
    await expect(card(one, "Rahmenvertrag 3").getByText(`${name} bewegt`)).toBeVisible();
    await two.keyboard.press("ArrowRight");
    await two.keyboard.press("Space");
    await expect(card(one, "Rahmenvertrag 3").getByText(`${name} bewegt`)).toHaveCount(0);
    await expect(
      column(one, "Verhandlung").getByText("Rahmenvertrag 3", { exact: true }),
    ).toBeVisible();
  });
});
