import { expect, type Locator, type Page } from "@playwright/test";
import type { Database } from "../database";

/** A list of the workspace that these parties confirmed with an address of their own. Answers its id. */
export async function addConfirmedList(
  database: Database,
  workspaceId: string,
  name: string,
  readers: readonly { partyId: string; email: string }[],
): Promise<string> {
  const [list] = await database.rows<{ id: string }>(
    `insert into public.contact_lists (workspace_id, kind, names)
    values ($1, 'newsletter', jsonb_build_object('de', $2::text)) returning id`,
    [workspaceId, name],
  );
  if (!list) throw new Error("The list was not made.");
  await database.rows(
    `insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
    select $1, $2, r.id, r.email, 'de', 'accepted' from unnest($3::uuid[], $4::text[]) r (id, email)`,
    [
      workspaceId,
      list.id,
      readers.map(({ partyId }) => partyId),
      readers.map(({ email }) => email),
    ],
  );
  return list.id;
}

/** Makes a campaign by its dialog, which leads to its page. */
export async function makeCampaign(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Neue Kampagne" }).click();
  const dialog = page.getByRole("dialog", { name: "Neue Kampagne" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Anlegen" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Types the mail of the campaign that is open, and saves it. */
export async function writeCampaignMail(page: Page, subject: string, body: string): Promise<void> {
  await page.getByRole("textbox", { name: "Betreff" }).fill(subject);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill(body);
  await page.getByRole("button", { name: "Text speichern" }).click();
  await expect(page.getByText("Nicht gespeichert")).toBeHidden();
}

/** A part of the campaign that is open, by its title. */
export function campaignPart(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

/** The row of a campaign among the campaigns. */
export function campaignRow(page: Page, name: string): Locator {
  return page
    .getByRole("list", { name: "Kampagnen", exact: true })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name, exact: true }) });
}
