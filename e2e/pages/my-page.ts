import { expect, type Page } from "@playwright/test";
import type { Database } from "../database";
import type { Mail, Mailbox } from "../mailbox";

/** As an admin and a colleague did before: pages for customers, and an address that we know. */
export async function knowCustomer(
  database: Database,
  workspaceId: string,
  partyId: string,
  email: string,
): Promise<void> {
  await database.rows(
    "update public.contact_pages set is_open = true, has_my_page = true where workspace_id = $1 returning id",
    [workspaceId],
  );
  await database.rows(
    `insert into public.contact_points (workspace_id, party_id, kind, value)
     values ($1, $2, 'email', $3) returning id`,
    [workspaceId, partyId, email],
  );
}

export function linkTo(mail: Mail, part: string): string {
  const link = mail.links.find((one) => one.includes(part));
  if (!link) throw new Error(`No link to ${part} in "${mail.subject}".`);
  return link;
}

/** The mail whose subject says this; others may come before it. */
export async function mailAbout(mailbox: Mailbox, to: string, subject: RegExp): Promise<Mail> {
  let mail = await mailbox.next(to);
  while (!subject.test(mail.subject)) mail = await mailbox.next(to, mail.id);
  return mail;
}

/** Asks for the link, opens it from the mail, and is on the page. */
export async function signInByLink(
  page: Page,
  slug: string,
  email: string,
  mailbox: Mailbox,
): Promise<void> {
  await page.goto(`/contact/${slug}/my`);
  await page.getByRole("textbox", { name: "E-Mail" }).fill(email);
  await page.getByRole("button", { name: "Link schicken" }).click();
  await expect(page.getByRole("heading", { name: "Sehen Sie in Ihr Postfach" })).toBeVisible();
  await page.goto(linkTo(await mailAbout(mailbox, email, /Zugang/), "/my/enter"));
  await page.getByRole("button", { name: "Meine Seite öffnen" }).click();
  await expect(page.getByRole("heading", { name: /^Guten Tag/ })).toBeVisible();
}

/** A part of the page by its heading. */
export function section(page: Page, name: string) {
  return page.getByRole("region", { name });
}
