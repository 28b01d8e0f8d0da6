import { randomUUID } from "node:crypto";
import type pg from "pg";
import { anonymous, call, visit } from "./actors";
import { beginNewestMail, openContactPage, somewhere } from "./contact-page";
import { one, type Row, value } from "./database";
import type { World } from "./world";

/** A customer on their own page. */
export interface Customer {
  partyId: string;
  email: string;
  /** Of every request of their browser. */
  headers: Row;
  /** Calls a function as they would. */
  call: (name: string, args?: Row) => Promise<unknown>;
}

/** Opens the pages of customers, where `rules` say what becomes of their corrections. */
export async function openMyPages(pool: pg.Pool, world: World, rules: Row = {}) {
  const page = await openContactPage(pool, world);
  await pool.query(
    `update public.contact_pages set has_my_page = true, change_rules = change_rules || $2
     where workspace_id = $1`,
    [world.workspaceId, JSON.stringify(rules)],
  );
  return page;
}

export async function setRules(pool: pg.Pool, world: World, rules: Row): Promise<void> {
  await pool.query(
    "update public.contact_pages set change_rules = change_rules || $2 where workspace_id = $1",
    [world.workspaceId, JSON.stringify(rules)],
  );
}

/** A party that is reached at an address of its own, unless told. */
export async function addCustomer(
  pool: pg.Pool,
  world: World,
  given: { name?: string; kind?: "person" | "organization"; email?: string } = {},
): Promise<{ partyId: string; email: string }> {
  const { name = "Rosa Grünfeld", kind = "person", email = newEmail() } = given;
  const partyId = String(
    await value(
      pool,
      "insert into public.parties (workspace_id, kind, name) values ($1, $2, $3) returning id",
      [world.workspaceId, kind, name],
    ),
  );
  await addPoint(pool, world, partyId, { kind: "email", value: email });
  return { partyId, email };
}

export const newEmail = () => `rosa-${randomUUID()}@post.test`;

/** A way to reach a party; `given` by its columns. */
export async function addPoint(
  pool: pg.Pool,
  { workspaceId }: World,
  partyId: string,
  given: { kind: string; value?: string; address?: Row },
): Promise<{ id: string; version: number }> {
  const { kind, value: text = "", address = null } = given;
  const { id, version } = await one(
    pool,
    `insert into public.contact_points (workspace_id, party_id, kind, value, address)
     values ($1, $2, $3, $4, $5) returning id, version::integer`,
    [workspaceId, partyId, kind, text, address && JSON.stringify(address)],
  );
  return { id: String(id), version: Number(version) };
}

/** Asks for a link; what the worker would do with it then is done. */
export async function askForMyPage(pool: pg.Pool, slug: string, email: string) {
  const args = { p_slug: slug, p_email: email, p_locale: "de" };
  const answer = await visit(pool, await somewhere(pool), "ask_for_my_page", args);
  await pool.query(
    "select private.take_sign_in_request(r.id) from private.sign_in_requests r where r.email = $1",
    [email],
  );
  return answer;
}

/** The link in the newest mail that lets somebody in. */
export async function signInToken(pool: pg.Pool, slug: string, email: string): Promise<string> {
  await askForMyPage(pool, slug, email);
  return (await beginNewestMail(pool, "sign_in", email)).token;
}

export async function enter(pool: pg.Pool, token: string): Promise<Row> {
  const { session } = (await call(pool, anonymous, "enter_my_page", { p_token: token })) as Row;
  return { "x-spur-customer": session };
}

/** The whole way: asked, mailed, opened. */
export async function signInCustomer(
  pool: pg.Pool,
  { workspaceId }: World,
  { partyId, email }: { partyId: string; email: string },
): Promise<Customer> {
  const slug = String(
    await value(pool, "select slug from public.workspaces where id = $1", [workspaceId]),
  );
  const headers = await enter(pool, await signInToken(pool, slug, email));
  const act = (name: string, args: Row = {}) => visit(pool, headers, name, args);
  const { party } = (await act("my_page")) as { party: { id: string } };
  if (party.id !== partyId) await act("become_customer", { p_party_id: partyId });
  return { partyId, email, headers, call: act };
}

/** What a customer corrects, as the page sends it; `given` by the parameters of the function. */
export function correct(customer: Customer, field: string, given: Row): Promise<unknown> {
  return customer.call("correct_my_data", {
    p_id: randomUUID(),
    p_field: field,
    p_op: "change",
    ...given,
  });
}
