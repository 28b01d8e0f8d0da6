import { expect, test } from "./fixtures";
import { boardIsLive } from "./pages/board";
import { addConfirmedList, campaignPart } from "./pages/campaigns";
import { addReachableParties } from "./pages/lists";
import { panelOf } from "./pages/panel";
import { openParty, relate } from "./pages/party";
import { askForErasure, askForName } from "./pages/requests";
import { smallTargets } from "./pages/targets";

test.use({ workspaceSeed: { reps: 2, teams: 1, opportunities: 12 } });

const softly = expect.configure({ soft: true });

const tablets = [
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1180, height: 820 },
];

const pages = [
  "board",
  "board?view=list",
  "board?view=forecast",
  "parties",
  "leads",
  "lists",
  "lists/mails",
  "campaigns",
  "requests",
  "import",
  "settings/stages",
  "settings/teams",
  "settings/members",
  "settings/workspace",
  "settings/contact-page",
  "settings/account",
];

for (const viewport of tablets) {
  const size = `${viewport.width} × ${viewport.height}`;

  test(`fingers reach everything on every page at ${size}`, async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin, { viewport, hasTouch: true, isMobile: true });
    for (const path of pages) {
      await page.goto(`/${workspace.slug}/${path}`);
      await page.getByRole("heading").first().waitFor();
      if (path.startsWith("board")) await boardIsLive(page);
      if (path.includes("view=")) await page.locator("a[data-row]").first().waitFor();
      // What knows the pointer by script alone draws itself anew for fingers.
      await softly.poll(() => smallTargets(page), { message: path, timeout: 5_000 }).toEqual([]);
      const overflow = await page.evaluate(
        () => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth,
      );
      expect.soft(overflow, path).toBeLessThanOrEqual(0);
    }
  });

  test(`fingers reach everything about a contact at ${size}`, async ({
    workspace,
    signIn,
    database,
  }) => {
    const [customer] = await database.rows<{ id: string }>(
      "select customer_id as id from public.opportunities where id = $1",
      [workspace.opportunityIds[0]],
    );
    const page = await signIn(workspace.admin, { viewport, hasTouch: true, isMobile: true });
    await openParty(page, workspace.slug, customer?.id ?? "");
    await relate(page, { type: "Arbeitet hier", party: "Maxinchen Musterfrau" });
    await expect(page.getByRole("dialog")).toBeHidden();
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      expect.soft(await smallTargets(page), (await tab.textContent()) ?? "").toEqual([]);
    }
  });

  test(`fingers reach everything that customers ask for at ${size}`, async ({
    workspace,
    signIn,
    database,
  }) => {
    const [party = ""] = await addReachableParties(database, workspace.id, ["Mia Alt"]);
    const asking = { workspaceId: workspace.id, partyId: party };
    await askForName(database, asking, ["Mia", "Neu"]);
    await askForErasure(database, asking, 3);
    const page = await signIn(workspace.admin, { viewport, hasTouch: true, isMobile: true });
    await page.goto(`/${workspace.slug}/requests`);
    await expect(page.getByRole("button", { name: /^Annehmen/ })).toBeVisible();
    await softly.poll(() => smallTargets(page), { timeout: 5_000 }).toEqual([]);
    await openParty(page, workspace.slug, party);
    await expect(page.getByRole("button", { name: /^Annehmen/ })).toBeVisible();
    await softly.poll(() => smallTargets(page), { timeout: 5_000 }).toEqual([]);
  });

  test(`fingers reach everything about a contact list at ${size}`, async ({
    workspace,
    signIn,
    database,
  }) => {
    const [party] = await addReachableParties(database, workspace.id, ["Anna Alt"]);
    const [list] = await database.rows<{ id: string }>(
      `insert into public.contact_lists (workspace_id, kind, names)
      values ($1, 'newsletter', '{"de": "Neuigkeiten"}') returning id`,
      [workspace.id],
    );
    await database.rows(
      `select private.request_subscriptions(
        array[row($1, $2, 'anna-alt@spur.example', 'de', null)::private.subscription_request], 'member')`,
      [list?.id, party],
    );
    const [subscription] = await database.rows<{ id: string }>(
      "select id from public.subscriptions where list_id = $1",
      [list?.id],
    );
    const page = await signIn(workspace.admin, { viewport, hasTouch: true, isMobile: true });
    await page.goto(`/${workspace.slug}/lists/${list?.id}`);
    await expect(page.getByRole("button", { name: "Anna Alt" })).toBeVisible();
    await softly.poll(() => smallTargets(page), { timeout: 5_000 }).toEqual([]);
    await page.goto(`/${workspace.slug}/lists/${list?.id}?subscription=${subscription?.id}`);
    await expect(page.getByRole("button", { name: "Endgültig austragen" })).toBeVisible();
    expect.soft(await smallTargets(page), "panel").toEqual([]);
  });

  test(`fingers reach everything about a campaign at ${size}`, async ({
    workspace,
    signIn,
    database,
  }) => {
    const [party = ""] = await addReachableParties(database, workspace.id, ["Anna Alt"]);
    const email = `anna-${workspace.slug}@post.example`;
    await addConfirmedList(database, workspace.id, "Stoffbrief", [{ partyId: party, email }]);
    const [campaign] = await database.rows<{ id: string }>(
      `insert into public.campaigns (workspace_id, name, currency, subjects, bodies)
      values ($1, 'Herbst', 'EUR', '{"de": "Neu"}', '{"de": "Da."}') returning id`,
      [workspace.id],
    );
    const page = await signIn(workspace.admin, { viewport, hasTouch: true, isMobile: true });
    await page.goto(`/${workspace.slug}/campaigns/${campaign?.id}`);
    await page.getByRole("checkbox", { name: /Stoffbrief/ }).check();
    await expect(campaignPart(page, "Wen sie erreicht")).toContainText("1wird angeschrieben");
    await softly.poll(() => smallTargets(page), { timeout: 5_000 }).toEqual([]);
    const overflow = await page.evaluate(
      () => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth,
    );
    expect.soft(overflow).toBeLessThanOrEqual(0);
  });

  test(`fingers reach everything in an open panel at ${size}`, async ({ workspace, signIn }) => {
    const page = await signIn(workspace.admin, { viewport, hasTouch: true, isMobile: true });
    await page.goto(`/${workspace.slug}/board?o=${workspace.opportunityIds[0]}`);
    for (const tab of ["Kommunikation", "Verlauf", "Personen"]) {
      await panelOf(page).getByRole("tab", { name: tab }).click();
      await expect(panelOf(page).getByRole("tabpanel").locator("li, form").first()).toBeVisible();
      expect.soft(await smallTargets(page), tab).toEqual([]);
    }
  });
}
