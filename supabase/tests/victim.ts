import { randomUUID } from "node:crypto";
import type pg from "pg";
import { addCustomer, addPoint, correct, openMyPages, signInCustomer } from "./customers";
import { type Row, value } from "./database";
import type { World } from "./world";

export type Victim = Awaited<ReturnType<typeof makeVictim>>;

/** A customer with something of everything, whom others try to see or to change. */
export async function makeVictim(pool: pg.Pool, world: World) {
  const { slug, listId } = await openMyPages(pool, world, { phone: "approval" });
  const customer = await addCustomer(pool, world, { name: "Viola Verborgen" });
  const { partyId } = customer;
  const phone = await addPoint(pool, world, partyId, { kind: "phone", value: "+4930987650" });
  const signedIn = await signInCustomer(pool, world, customer);
  await signedIn.call("choose_my_list", { p_list_id: listId, p_is_wanted: true });
  // From now on nobody else finds it.
  await pool.query("update public.contact_lists set is_offered = false where id = $1", [listId]);
  const messageId = randomUUID();
  await signedIn.call("write_my_message", { p_id: messageId, p_body: "Streng vertraulich" });
  const changeId = randomUUID();
  await correct(signedIn, "phone", {
    p_id: changeId,
    p_contact_point_id: phone.id,
    p_version: phone.version,
    p_value: { value: "+4930987651" },
  });
  await signedIn.call("ask_for_erasure");
  const sentId = randomUUID();
  await pool.query(
    `insert into private.contact_messages (id, workspace_id, name, email, body, locale, status)
     values ($1, $2, 'Viola Verborgen', $3, 'Streng vertraulich', 'de', 'received')`,
    [sentId, world.workspaceId, customer.email],
  );
  return { ...customer, world, slug, listId, phone, messageId, changeId, sentId };
}

/** Of whom nothing may be told. An address that somebody typed tells them nothing. */
export const secrets = /Verborgen|vertraulich|\+493098765|verborgen/;

/** Tables that nobody's rows stand in: keys, limits, and the tables' own clocks. */
const bookkeeping = new Set(["private.rate_limits", "private.secrets"]);

/**
 * A digest of every row of the victim's workspace, in every table of ours, but those that name one
 * of `own`: what somebody writes of themselves.
 */
export async function snapshot(pool: pg.Pool, { world }: Victim, own: string[]): Promise<Row> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p')
     order by 1`,
  );
  // Their own writes make the workspace's clock go on.
  const clocks = own.length > 0 ? ["topic_clocks", "change_log"] : [];
  const tables = rows.filter(({ name }) => !bookkeeping.has(name) && !clocks.includes(name));
  if (tables.length < 30) throw new Error(`Only ${tables.length} tables are watched.`);
  const digests = tables.map(
    ({
      name,
    }) => `(select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
      from ${name} t where t.workspace_id = $1 and not t::text ~ any ($2)) as "${name}"`,
  );
  const { rows: found } = await pool.query<Row>(`select ${digests.join(", ")}`, [
    world.workspaceId,
    own,
  ]);
  return { ...found[0] };
}

/** The names of our functions that visitors may call, from the catalog. */
export async function openFunctions(pool: pg.Pool): Promise<unknown> {
  return await value(
    pool,
    `select array_agg(distinct p.proname::text order by p.proname::text) from pg_proc p
     where p.pronamespace = 'public'::regnamespace and has_function_privilege('anon', p.oid, 'execute')`,
  );
}
