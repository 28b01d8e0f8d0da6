import AxeBuilder from "@axe-core/playwright";
import type { SeededWorkspace } from "@/seeds/factories";
import type { Database } from "./database";
import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";
import { openPanel } from "./pages/panel";
import { openParty } from "./pages/party";
import { smallTargets } from "./pages/targets";
import { addTask, checkCircle, task, taskList } from "./pages/tasks";
import { twoReps } from "./pages/two-boards";

test.use({ workspaceSeed: { reps: 2, opportunities: 2 } });

async function addCompany(database: Database, { id }: SeededWorkspace): Promise<string> {
  const [row] = await database.rows<{ id: string }>(
    "insert into public.parties (workspace_id, kind, name) values ($1, 'organization', 'Mustermann GmbH') returning id",
    [id],
  );
  if (!row) throw new Error("No party was added.");
  return row.id;
}

test("What one member adds, does and takes back, a colleague sees at once", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep, colleague] = twoReps(workspace);
  const id = await addCompany(database, workspace);
  const page = await signIn(rep);
  const elsewhere = await signIn(colleague);
  for (const screen of [page, elsewhere]) await openParty(screen, workspace.slug, id);
  await expect(taskList(page).getByText(/^Nichts zu tun/)).toBeVisible();
  await addTask(page, "Angebot nachfassen", "2020-01-31");
  await addTask(page, "Katalog schicken");
  await expect(taskList(elsewhere).getByRole("listitem")).toHaveText([
    /Angebot nachfassen.*31\. Jan\. 2020, überfällig/,
    /Katalog schicken/,
  ]);

  await checkCircle(elsewhere, "Angebot nachfassen").press("Space");
  await expect(checkCircle(elsewhere, "Katalog schicken")).toBeFocused();
  await expect(task(page, "Angebot nachfassen")).toBeHidden();
  await page.getByText("Zuletzt erledigt (1)").click();
  await expect(task(page, "Angebot nachfassen").getByText(/^Erledigt jetzt/)).toBeVisible();
  await elsewhere.getByRole("button", { name: "Rückgängig" }).click();
  await expect(checkCircle(page, "Angebot nachfassen")).toBeVisible();

  await page.getByRole("tab", { name: "Verlauf" }).click();
  await expect(page.getByText(/hat die Aufgabe Angebot nachfassen wieder geöffnet/)).toBeVisible();
  await expect(page.getByText(/hat die Aufgabe Angebot nachfassen erledigt/)).toBeVisible();
  await expect(page.getByText(/hat die Aufgabe Katalog schicken hinzugefügt/)).toBeVisible();
});

test("Two who edit a task at once are asked where both wrote", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep, colleague] = twoReps(workspace);
  const id = await addCompany(database, workspace);
  const page = await signIn(rep);
  const elsewhere = await signIn(colleague);
  for (const screen of [page, elsewhere]) await openParty(screen, workspace.slug, id);
  await addTask(page, "Anrufen");
  for (const screen of [page, elsewhere]) {
    await task(screen, "Anrufen").getByRole("button", { name: "Anrufen", exact: true }).click();
  }
  const title = (screen: typeof page) => taskList(screen).getByLabel("Was zu tun ist");
  await taskList(page).getByLabel("Fällig").fill("2020-01-31");
  await title(page).fill("Frau Musterfrau anrufen");
  await title(page).press("Enter");
  await expect(task(page, "Frau Musterfrau anrufen")).toBeVisible();
  await taskList(elsewhere).getByLabel("Fällig").fill("2020-02-01");
  await title(elsewhere).fill("Zurückrufen");
  await title(elsewhere).press("Enter");
  const problem = (theirs: string) =>
    taskList(elsewhere).getByRole("alert").filter({ hasText: theirs });
  await problem("Frau Musterfrau anrufen").getByRole("button", { name: "Eigene behalten" }).click();
  await problem("31.01.2020")
    .getByRole("button", { name: /übernehmen/ })
    .click();
  await expect(task(page, "Zurückrufen").getByText("31. Jan. 2020, überfällig")).toBeVisible();
});

test("A task that was removed by mistake comes back as it was", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const id = await addCompany(database, workspace);
  const page = await signIn(rep);
  await openParty(page, workspace.slug, id);
  await addTask(page, "Muster schicken", "2020-01-31");
  await task(page, "Muster schicken").hover();
  await page.getByRole("button", { name: "Muster schicken entfernen" }).click();
  await expect(task(page, "Muster schicken")).toBeHidden();
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(task(page, "Muster schicken").getByText("31. Jan. 2020, überfällig")).toBeVisible();
});

test("What is to do about an opportunity stands in its panel, live, and goes to who may see it", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep, colleague] = twoReps(workspace);
  const [opportunity] = await database.rows<{ name: string }>(
    `update public.opportunities set owner_id = $2 where id = (
       select o.id from public.opportunities o join public.stages s on s.id = o.stage_id
       where o.workspace_id = $1 and s.kind = 'open' order by o.name limit 1)
     returning name`,
    [workspace.id, rep.id],
  );
  if (!opportunity) throw new Error("No open opportunity.");
  const page = await signIn(rep);
  const elsewhere = await signIn(colleague);
  for (const screen of [page, elsewhere]) {
    await boardIsLive(screen);
    await openPanel(screen, opportunity.name);
    await screen.getByRole("tab", { name: "Aufgaben" }).click();
  }
  await addTask(page, "Angebot nachfassen", "2020-01-31");
  await addTask(page, "Katalog schicken");
  await expect(task(elsewhere, "Angebot nachfassen")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule }) => rule)).toEqual([]);

  // The second half of a double click does not do the next one as well.
  await checkCircle(elsewhere, "Angebot nachfassen").dblclick();
  await expect(task(page, "Angebot nachfassen")).toBeHidden();
  await expect(checkCircle(page, "Katalog schicken")).not.toBeChecked();
  await expect(checkCircle(elsewhere, "Katalog schicken")).not.toBeChecked();
});

test("A phone has room for the tasks, for fingers and for everybody", async ({
  workspace,
  signIn,
  database,
}) => {
  const [rep] = twoReps(workspace);
  const id = await addCompany(database, workspace);
  const viewport = { width: 390, height: 844 };
  const page = await signIn(rep, { viewport, hasTouch: true, isMobile: true });
  await openParty(page, workspace.slug, id);
  await addTask(page, "Angebot über zweihundert bedruckte Taschen nachfassen", "2020-01-31");
  await addTask(page, "Katalog schicken");
  await taskList(page)
    .getByRole("button", { name: /^Katalog schicken/ })
    .first()
    .click();
  await expect(taskList(page).getByRole("form")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(viewport.width);
});
