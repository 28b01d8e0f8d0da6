import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, anonymous, as, visit } from "./actors";
import { somewhere } from "./contact-page";
import { addCustomer, openMyPages, signInCustomer } from "./customers";
import { failure, openDatabase, type Row } from "./database";
import { makeVictim, openFunctions, secrets, snapshot, type Victim } from "./victim";
import { makeWorld, type World } from "./world";

/*
 * Whoever tries what the API lets visitors call, with the ids of somebody else: nothing of them is
 * told, nothing of them is changed. A new function without a case fails here.
 */

const pool = openDatabase(4);
let victim: Victim;
let stranger: World;

beforeAll(async () => {
  victim = await makeVictim(pool, await makeWorld(pool));
  stranger = await makeWorld(pool);
  await openMyPages(pool, stranger);
});

/** The victim's address may be typed by everybody here in turn. */
beforeEach(async () => {
  await pool.query(
    "delete from private.rate_limits where key = sha256(convert_to($1 || $2, 'utf8'))",
    [victim.world.workspaceId, victim.email],
  );
});

interface Attempt {
  args?: (victim: Victim) => Row;
  /** What whoever has no session hears; "ok" where the answer tells nothing. */
  anybody: string;
  /** What customers hear, who have a session of their own. */
  customers: string;
  /** What may be written about the victim: that somebody typed their address. */
  writes?: string[];
}

const everybody = (said: string, args?: Attempt["args"], writes: string[] = []): Attempt => ({
  ...(args && { args }),
  anybody: said,
  customers: said,
  writes,
});
const customers = (said: string, args?: Attempt["args"]): Attempt => ({
  ...(args && { args }),
  anybody: "not_signed_in",
  customers: said,
});
const forged = everybody("link_invalid", () => ({ p_token: "A".repeat(43) }));
const ownSlug = ({ slug }: Victim) => ({ p_slug: slug });
const number = { p_field: "phone", p_op: "change", p_value: { value: "+4930123456" } };
const message = ({ slug, email }: Victim) => ({
  p_id: randomUUID(),
  p_slug: slug,
  p_name: "Max Fremd",
  p_email: email,
  p_body: "Fremd",
  p_locale: "de",
});

const attempts: Record<string, Attempt[]> = {
  ask_for_erasure: [customers("ok")],
  ask_for_my_page: [
    everybody("ok", ({ slug, email }) => ({ p_slug: slug, p_email: email, p_locale: "de" }), [
      "private.sign_in_requests",
    ]),
  ],
  become_customer: [customers("not_found", ({ partyId }) => ({ p_party_id: partyId }))],
  choose_my_list: [
    customers("not_found", ({ listId }) => ({ p_list_id: listId, p_is_wanted: false })),
    customers("not_found", ({ listId }) => ({ p_list_id: listId, p_is_wanted: true })),
  ],
  confirm_contact_message: [forged],
  confirm_subscription: [forged],
  contact_challenge: [everybody("ok", ownSlug)],
  correct_my_data: [
    customers("not_found", ({ phone: { id, version } }) => ({
      ...number,
      p_id: randomUUID(),
      p_contact_point_id: id,
      p_version: version,
    })),
    customers("not_found", ({ phone: { id, version } }) => ({
      p_id: randomUUID(),
      p_field: "may_contact",
      p_op: "change",
      p_contact_point_id: id,
      p_version: version,
      p_value: { may_contact: false },
    })),
    customers("conflict", ({ changeId }) => ({ ...number, p_id: changeId })),
  ],
  enter_my_page: [forged],
  leave_my_page: [customers("ok")],
  my_data: [customers("ok")],
  my_page: [customers("ok")],
  peek_subscription_link: [forged],
  read_contact_page: [everybody("ok", ownSlug)],
  send_contact_message: [
    everybody("ok", message, ["private.contact_messages", "mails"]),
    everybody("conflict", (of) => ({ ...message(of), p_id: of.sentId })),
  ],
  take_bounce: [
    everybody("forbidden", () => ({
      p_mail_id: randomUUID(),
      p_detail: "5.1.1 User unknown",
      p_signature: "0".repeat(64),
    })),
  ],
  unsubscribe: [forged],
  verify_my_email: [forged],
  withdraw_erasure: [customers("ok")],
  withdraw_my_change: [customers("not_found", ({ changeId }) => ({ p_id: changeId }))],
  write_my_message: [
    customers("not_found", ({ messageId }) => ({
      p_id: randomUUID(),
      p_body: "Fremd",
      p_about: messageId,
    })),
    customers("conflict", ({ messageId }) => ({ p_id: messageId, p_body: "Fremd" })),
  ],
};

interface Intruder {
  actor: Actor;
  headers: Row;
  /** What names them in their own rows, where these stand beside the victim's. */
  own: string[];
}

/** A customer of a world with a new session, who may see a company of theirs when it has one. */
async function customerOf(world: World, actor = anonymous, company?: string): Promise<Intruder> {
  const customer = await addCustomer(pool, world, { name: "Max Fremd" });
  const { partyId, email, headers } = await signInCustomer(pool, world, customer);
  if (company) {
    await pool.query(
      `insert into public.party_relationships (workspace_id, type_code, from_party_id, from_role_code,
         to_party_id, to_role_code, shares_page) values ($1, 'CONTACT_REL', $2, 'ACCOUNT', $3, 'CONTACT', true)`,
      [world.workspaceId, company, partyId],
    );
  }
  const isBeside = world.workspaceId === victim.world.workspaceId;
  return { actor, headers, own: isBeside ? [partyId, email] : [] };
}

const intruders: Record<string, () => Promise<Intruder>> = {
  anybody: async () => ({ actor: anonymous, headers: {}, own: [] }),
  "another customer": () => customerOf(victim.world),
  "a contact of another company": () =>
    customerOf(victim.world, anonymous, victim.world.customerId),
  "a customer of another workspace": () => customerOf(stranger),
  "a member of another workspace": () => customerOf(stranger, stranger.admin),
};

it("every function that visitors may call is tried", async () => {
  expect(Object.keys(attempts).sort()).toEqual(await openFunctions(pool));
});

describe.each(Object.keys(intruders))("%s", (name) => {
  it.each(
    Object.entries(attempts).flatMap(([called, tries]) =>
      tries.map((attempt, index) => ({ called, index, ...attempt })),
    ),
  )("$called ($index)", async ({ called, args, writes = [], ...said }) => {
    const make = intruders[name];
    if (!make) throw new Error(`Nobody is called "${name}".`);
    const { actor, headers, own } = await make();
    const sent = { ...(await somewhere(pool)), ...headers };
    const before = await snapshot(pool, victim, own);
    let heard = "ok";
    try {
      const answer = await visit(pool, sent, called, args?.(victim) ?? {}, actor);
      expect(JSON.stringify(answer ?? null)).not.toMatch(secrets);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      const { message, detail = "", hint = "" } = error;
      expect(`${message} ${detail} ${hint}`).not.toMatch(secrets);
      heard = message;
    }
    expect(heard).toBe(name === "anybody" ? said.anybody : said.customers);
    const after = await snapshot(pool, victim, own);
    const written = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(written.sort()).toEqual([...writes].sort());
  });
});

it("no table is anything to visitors, whether or not they are customers", async () => {
  const { headers } = await customerOf(victim.world);
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'p', 'v', 'S')
       and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)`,
  );
  expect(tables.length).toBeGreaterThan(40);
  const verbs = (name: string) => [
    `select * from ${name}`,
    `insert into ${name} default values`,
    `delete from ${name}`,
    `truncate ${name}`,
  ];
  for (const sql of tables.flatMap(({ name }) => verbs(name))) {
    const attempt = as(pool, anonymous, async (database) => {
      const held = JSON.stringify(headers);
      await database.query("select set_config('request.headers', $1, true)", [held]);
      await database.query(sql);
    });
    expect({ sql, ...(await failure(attempt)) }).toMatchObject({
      code: expect.stringMatching(/^(42501|42809)$/),
    });
  }
});
