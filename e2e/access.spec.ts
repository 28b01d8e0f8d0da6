import { expect, test } from "./fixtures";
import { boardIsLive, card, carryByKeys, column } from "./pages/board";
import { editField, openPanel, panelOf } from "./pages/panel";
import { enterPassword } from "./pages/sign-in";
import { twoReps } from "./pages/two-boards";

// Two teams that do not see each other; reps go round them.
test.use({ workspaceSeed: { teams: 2, reps: 2, managers: 1, marketing: 1, opportunities: 8 } });

test("visitors sign in first and go on to where they wanted", async ({ workspace, newBrowser }) => {
  const [rep] = twoReps(workspace);
  const page = await newBrowser();
  const wanted = `/${workspace.slug}/settings/members`;
  await page.goto(wanted);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await enterPassword(page, rep);
  await page.waitForURL(`**${wanted}`);
  await expect(page.getByRole("heading", { name: "Mitglieder", exact: true })).toBeVisible();
});

test("a foreign workspace and one that is not there look the same", async ({
  workspace,
  signIn,
}) => {
  const page = await signIn(twoReps(workspace)[0]);
  for (const slug of ["fadenlauf", "gibt-es-nicht"]) {
    await page.goto(`/${slug}/board`);
    await expect(page.getByRole("heading", { name: "Hier führt keine Spur hin" })).toBeVisible();
  }
  await page.getByRole("link", { name: "Zur Startseite" }).click();
  await page.waitForURL(`**/${workspace.slug}/board`);
});

test("another team's opportunity is neither on the board nor behind its address", async ({
  workspace,
  signIn,
}) => {
  const [one] = twoReps(workspace);
  const page = await signIn(one);
  await boardIsLive(page);
  await expect(card(page, "Rahmenvertrag 1")).toBeVisible();
  await expect(card(page, "Rahmenvertrag 2")).toHaveCount(0);
  await page.goto(`/${workspace.slug}/board?o=${workspace.opportunityIds[1]}`);
  await expect(page.getByText("Diese Chance ist nicht zu sehen")).toBeVisible();
  await expect(page.getByText("Rahmenvertrag 2", { exact: true })).toHaveCount(0);
});

test("managers see the teams below theirs", async ({ workspace, signIn }) => {
  const [manager] = workspace.managers;
  if (!manager) throw new Error("The seed has a manager.");
  const page = await signIn(manager);
  for (const name of ["Rahmenvertrag 1", "Rahmenvertrag 2"]) {
    await expect(card(page, name)).toBeVisible();
  }
});

test("a card that is made private leaves everybody else's board", async ({ workspace, signIn }) => {
  const [rep] = twoReps(workspace);
  const [manager] = workspace.managers;
  if (!manager) throw new Error("The seed has a manager.");
  const [mine, theirs] = await Promise.all([signIn(rep), signIn(manager)]);
  await Promise.all([boardIsLive(mine), boardIsLive(theirs)]);
  await expect(card(theirs, "Rahmenvertrag 1")).toBeVisible();
  const panel = await openPanel(mine, "Rahmenvertrag 1");
  await panel.getByRole("switch", { name: "Privat" }).click();
  await expect(card(theirs, "Rahmenvertrag 1")).toHaveCount(0);
  await expect(card(mine, "Rahmenvertrag 1").getByRole("img", { name: "Privat" })).toBeVisible();
});

test("marketing looks at what is open to all, and cannot move it", async ({
  workspace,
  signIn,
  database,
}) => {
  const [reader] = workspace.marketing;
  if (!reader) throw new Error("The seed has somebody of marketing.");
  await database.rows("update public.opportunities set team_id = null where id = $1", [
    workspace.opportunityIds[0],
  ]);
  const page = await signIn(reader);
  await boardIsLive(page);
  await carryByKeys(page, "Rahmenvertrag 1", ["ArrowRight"]);
  await expect(
    column(page, "Erstkontakt").getByText("Rahmenvertrag 1", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /Neue Chance|^Neu$/ })).toHaveCount(0);
  await card(page, "Rahmenvertrag 1").hover();
  await page.getByRole("button", { name: "Aktionen für Rahmenvertrag 1" }).click();
  await expect(page.getByRole("menuitem", { name: "Öffnen" })).toBeVisible();
  await expect(page.getByRole("menuitemradio")).toHaveCount(0);
  await page.getByRole("menuitem", { name: "Öffnen" }).click();
  await expect(panelOf(page).getByRole("textbox", { name: "Betrag" })).toBeDisabled();
});

test("the open board of a member whose access ends says so and shows no more of it", async ({
  workspace,
  signIn,
}) => {
  const [rep] = twoReps(workspace);
  const [board, admin] = await Promise.all([signIn(rep), signIn(workspace.admin)]);
  await boardIsLive(board);
  await openPanel(board, "Rahmenvertrag 1");
  await admin.goto(`/${workspace.slug}/settings/members`);
  await admin.getByRole("button", { name: `Aktionen für ${rep.name}` }).click();
  await admin.getByRole("menuitem", { name: "Zugang beenden" }).click();
  await expect(admin.getByText(`${rep.name} hat keinen Zugang mehr`)).toBeVisible();
  // The realtime server asks again every 30 s; an event or a read says it earlier.
  await expect(board.getByRole("heading", { name: "Dieser Zugang wurde beendet" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(board.getByText(/Rahmenvertrag|Kunde \d/)).toHaveCount(0);
  await expect(board.locator("[data-panel], [data-card]")).toHaveCount(0);
  await board.reload();
  await expect(board.getByRole("heading", { name: "Hier führt keine Spur hin" })).toBeVisible();
});

test("who leaves a team while looking keeps none of its cards on the screen", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  await database.rows("update public.opportunities set team_id = null where id = $1", [
    workspace.opportunityIds[1],
  ]);
  const page = await signIn(rep);
  await boardIsLive(page);
  await openPanel(page, "Rahmenvertrag 1");
  await database.rows("delete from public.team_members where member_id = $1", [rep.id]);
  await expect(card(page, "Rahmenvertrag 1")).toHaveCount(0);
  await expect(panelOf(page).getByText("Diese Chance ist nicht zu sehen")).toBeVisible();
  await expect(page.getByText(/Rahmenvertrag [13-8]/)).toHaveCount(0);
  await expect(card(page, "Rahmenvertrag 2")).toBeVisible();
  await boardIsLive(page);
});

test("what a rep edits is signed in the history", async ({ workspace, signIn }) => {
  const [rep] = twoReps(workspace);
  const page = await signIn(rep);
  const panel = await openPanel(page, "Rahmenvertrag 1");
  await editField(panel, "Nächster Schritt", "Angebot nachfassen");
  await panel.getByRole("tab", { name: "Verlauf" }).click();
  await expect(panel.getByRole("list", { name: "Verlauf" })).toContainText(rep.name);
});
