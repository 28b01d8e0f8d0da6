import { expect, type Locator, type Page } from "@playwright/test";
import type { Database } from "../database";
import { awake } from "./sign-in";

type Asking = { workspaceId: string; partyId: string };

/** A correction of somebody's name, as their own page leaves it for a member. */
export async function askForName(
  database: Database,
  { workspaceId, partyId }: Asking,
  [givenName, familyName]: readonly [string, string],
  status: "waiting" | "applied" = "waiting",
): Promise<void> {
  await database.rows(
    `insert into public.customer_changes (id, workspace_id, party_id, field, op, before, after, status)
    select gen_random_uuid(), p.workspace_id, p.id, 'name', 'change',
      private.customer_value(p, 'name', null),
      private.customer_value(p, 'name', null)
        || jsonb_build_object('given_name', $3::text, 'family_name', $4::text), $5::public.customer_change_status
    from public.parties p where p.workspace_id = $1 and p.id = $2`,
    [workspaceId, partyId, givenName, familyName, status],
  );
}

/** Somebody wants to be forgotten, by a deadline that many days from today. */
export async function askForErasure(
  database: Database,
  { workspaceId, partyId }: Asking,
  daysLeft: number,
): Promise<void> {
  // Today as the workspace has it, and done by the customer as the history has it.
  await database.rows(
    `with customer as materialized (select set_config('spur.customer', $2::uuid::text, true) as id)
    insert into public.erasure_requests (workspace_id, party_id, due_on)
    select w.id, customer.id::uuid, (now() at time zone w.time_zone)::date + $3::integer
    from public.workspaces w, customer where w.id = $1`,
    [workspaceId, partyId, daysLeft],
  );
}

/** Goes to what customers ask for by the navigation, and waits until it hears what others do. */
export async function openRequests(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "Anliegen", exact: true });
  await awake(link);
  await link.click();
  await page.getByRole("heading", { level: 1, name: "Anliegen" }).waitFor();
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
}

/** The rows of one part of the screen that are about somebody. */
export function requestRow(page: Page, part: RegExp, name: string): Locator {
  return page
    .getByRole("list", { name: part })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name, exact: true }) });
}
