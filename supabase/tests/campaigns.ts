import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Actor, call } from "./actors";
import { addList } from "./contact-page";
import { type Row, value } from "./database";
import type { World } from "./world";

/** Somebody who confirmed a list, unless another state is told. */
export async function addReader(
  pool: pg.Pool,
  { workspaceId }: World,
  listId: string,
  given: { email?: string; status?: string; partyId?: string; locale?: string } = {},
): Promise<{ partyId: string; email: string }> {
  const { email = `leser-${randomUUID()}@post.test`, status = "accepted", locale = "de" } = given;
  const partyId = given.partyId ?? (await addParty(pool, workspaceId, email));
  await pool.query(
    `insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
     values ($1, $2, $3, $4, $5, $6)`,
    [workspaceId, listId, partyId, email, locale, status],
  );
  return { partyId, email };
}

async function addParty(pool: pg.Pool, workspaceId: string, email: string): Promise<string> {
  const id = String(
    await value(
      pool,
      "insert into public.parties (workspace_id, kind, name) values ($1, 'person', 'Lena Leser') returning id",
      [workspaceId],
    ),
  );
  await pool.query(
    "insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, 'email', $3)",
    [workspaceId, id, email],
  );
  return id;
}

export async function blacklist(pool: pg.Pool, world: World, partyId: string): Promise<void> {
  await call(pool, world.owner, "class_party", {
    p_id: randomUUID(),
    p_workspace_id: world.workspaceId,
    p_party_id: partyId,
    p_class_code: "BLACKLIST",
    p_reason: "Zahlt nicht",
  });
}

/** A campaign of marketing with a mail, for these lists; for a new one unless told. */
export async function addCampaign(
  pool: pg.Pool,
  world: World,
  listIds?: readonly string[],
): Promise<{ id: string; listIds: readonly string[] }> {
  const id = randomUUID();
  const lists = listIds ?? [await addList(pool, world)];
  await call(pool, world.marketing, "create_campaign", {
    p_id: id,
    p_workspace_id: world.workspaceId,
    p_name: "Herbststoffe",
    p_currency: "EUR",
    p_mutation_id: randomUUID(),
  });
  await updateCampaign(pool, world.marketing, id, {
    subjects: { de: "Neue Stoffe", en: "New fabrics" },
    bodies: { de: "Sie sind da.", en: "They are here." },
    list_ids: lists,
  });
  return { id, listIds: lists };
}

/** Based on the version that stands there, unless told. */
export async function updateCampaign(
  pool: pg.Pool,
  actor: Actor,
  id: string,
  patch: Row,
  version?: number,
): Promise<void> {
  const current = await value(pool, "select version from public.campaigns where id = $1", [id]);
  await call(pool, actor, "update_campaign", {
    p_id: id,
    p_version: version ?? current,
    p_patch: patch,
    p_mutation_id: randomUUID(),
  });
}

export async function sendCampaign(pool: pg.Pool, actor: Actor, id: string): Promise<void> {
  await call(pool, actor, "send_campaign", { p_id: id, p_mutation_id: randomUUID() });
}

export async function stopCampaign(pool: pg.Pool, actor: Actor, id: string): Promise<void> {
  await call(pool, actor, "stop_campaign", { p_id: id, p_mutation_id: randomUUID() });
}

/** What the worker does until nothing of it is left to do; answers in how many pages. */
export async function writeMails(pool: pg.Pool, id: string, pageSize = 500): Promise<number> {
  for (let pages = 1; ; pages++) {
    if (!(await value(pool, "select private.advance_campaign($1, $2)", [id, pageSize])))
      return pages;
  }
}

/** Its mails, by address. */
export async function mailsOf(pool: pg.Pool, id: string): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    "select id, recipient, status, locale, party_id from public.mails where campaign_id = $1 order by recipient",
    [id],
  );
  return rows;
}
