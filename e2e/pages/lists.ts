import { expect, type Locator, type Page } from "@playwright/test";
import type { Database } from "../database";
import { awake } from "./sign-in";

/** People with an e-mail address, made of their names. Answers their ids in the order of the names. */
export async function addReachableParties(
  database: Database,
  workspaceId: string,
  names: readonly string[],
): Promise<string[]> {
  const parties = await database.rows<{ id: string }>(
    `insert into public.parties (workspace_id, kind, name)
    select $1, 'person', n from unnest($2::text[]) with ordinality t (n, place) order by place
    returning id`,
    [workspaceId, names],
  );
  const ids = parties.map(({ id }) => id);
  await database.rows(
    `insert into public.contact_points (workspace_id, party_id, kind, value)
    select $1, p.id, 'email', lower(replace(p.name, ' ', '-')) || '@spur.example'
    from public.parties p where p.id = any ($2)`,
    [workspaceId, ids],
  );
  return ids;
}

export async function blacklist(database: Database, workspaceId: string, partyId: string) {
  await database.rows(
    `insert into public.party_classifications (workspace_id, party_id, class_code, class_kind, reason)
    values ($1, $2, 'BLACKLIST', 'BLACKLIST', 'Zahlt nicht')`,
    [workspaceId, partyId],
  );
}

/** Goes to the contact lists by the navigation, and waits until they hear what others do. */
export async function openLists(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "Listen", exact: true });
  await awake(link);
  await link.click();
  await page.getByRole("heading", { level: 1, name: "Listen" }).waitFor();
  await isLive(page);
}

/** Makes a list by its dialog. */
export async function makeList(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Neue Liste" }).click();
  const dialog = page.getByRole("dialog", { name: "Neue Liste" });
  await dialog.getByRole("textbox", { name: "Name auf Deutsch" }).fill(name);
  await dialog.getByRole("button", { name: "Anlegen" }).click();
  await expect(dialog).toBeHidden();
}

/** The row of a list among the lists. */
export function listRow(page: Page, name: string): Locator {
  return page
    .getByRole("list", { name: "Listen", exact: true })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name, exact: true }) });
}

/** Opens a list, and waits until it hears what others do. */
export async function openList(page: Page, name: string): Promise<void> {
  await listRow(page, name).getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await isLive(page);
}

/** The row of somebody who stands on the list that is open. */
export function subscriptionRow(page: Page, name: string): Locator {
  return page
    .getByRole("list", { name: "Auf dieser Liste" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name, exact: true }) });
}

/** Opens one of the ways onto the list that is open. */
export async function chooseWayOntoList(page: Page, way: string): Promise<void> {
  await page.getByRole("button", { name: "Hinzufügen" }).first().click();
  await page.getByRole("menuitem", { name: way }).click();
}

/** A view of the contacts that everybody of the workspace may choose. */
export async function saveSharedView(
  database: Database,
  workspaceId: string,
  name: string,
  parameters: string,
): Promise<void> {
  await database.rows(
    `insert into public.saved_views (workspace_id, owner_id, kind, name, is_shared, parameters)
    select $1, m.id, 'parties', $2, true, $3 from public.members m
    where m.workspace_id = $1 order by m.created_at limit 1`,
    [workspaceId, name, parameters],
  );
}

/** Asks one party whether it wants the list that is open. */
export async function addToOpenList(page: Page, party: string): Promise<void> {
  await chooseWayOntoList(page, "Kontakt …");
  const dialog = page.getByRole("dialog");
  const field = dialog.getByRole("combobox", { name: "Person oder Firma" });
  await field.fill(party);
  await page.getByRole("option", { name: party }).click();
  await dialog.getByRole("button", { name: "Per E-Mail fragen" }).click();
  await expect(dialog).toBeHidden();
}

async function isLive(page: Page): Promise<void> {
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
}
