import { expect, type Page } from "@playwright/test";
import type { Database } from "../database";
import type { Mail } from "../mailbox";

export type Visitor = { name: string; email: string; message: string };

/** As the admin would: opens the page to the public and offers a newsletter on it. */
export async function openToPublic(database: Database, workspaceId: string): Promise<void> {
  await database.rows(
    "update public.contact_pages set is_open = true where workspace_id = $1 returning id",
    [workspaceId],
  );
  await database.rows(
    `insert into public.contact_lists (workspace_id, kind, names, is_offered)
     values ($1, 'newsletter', '{"de": "Stoffbrief", "en": "Fabric letter"}', true) returning id`,
    [workspaceId],
  );
}

/** Types a message and sends it; what comes then is for the test to say. */
export async function writeMessage(page: Page, visitor: Visitor): Promise<void> {
  await page.getByRole("textbox", { name: "Name" }).fill(visitor.name);
  await page.getByRole("textbox", { name: "E-Mail" }).fill(visitor.email);
  await page.getByRole("textbox", { name: "Ihre Nachricht" }).fill(visitor.message);
  await page.getByRole("button", { name: "Nachricht senden" }).click();
}

export async function expectReceived(page: Page): Promise<void> {
  await expect(
    page.getByRole("heading", { name: "Danke, Ihre Nachricht ist angekommen" }),
  ).toBeVisible();
}

export function linkIn(mail: Mail, part: string): string {
  const link = mail.links.find((one) => one.includes(part));
  if (!link) throw new Error(`No link to ${part} in "${mail.subject}".`);
  return link;
}

/** What the team reads of the messages of the page. */
export async function bodiesOf(database: Database, workspaceId: string): Promise<string[]> {
  const rows = await database.rows<{ body: string }>(
    "select body from public.communications where workspace_id = $1 and type_code = 'WEB_SITE_COMMUNICATI'",
    [workspaceId],
  );
  return rows.map(({ body }) => body);
}
