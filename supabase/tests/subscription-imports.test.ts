import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { call } from "./actors";
import { addList } from "./contact-page";
import { openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
let world: World;
let listId: string;
let host: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  listId = await addList(pool, world);
  host = `${randomUUID()}.test`;
});

const row = (name: string, more: Row = {}): Row => ({
  email: `${name}@${host}`,
  name: `${name} Beispiel`,
  wording: "Ja, ich möchte den Stoffbrief.",
  givenOn: "2024-03-09",
  ...more,
});
const take = (rows: Row[], more: Row = {}, actor = world.admin) =>
  call(pool, actor, "import_subscriptions", {
    p_id: randomUUID(),
    p_piece: 0,
    p_workspace_id: world.workspaceId,
    p_list_id: listId,
    p_proof: "Ordner Messe 2024, Regal 3",
    p_rows: JSON.stringify(rows),
    ...more,
  });
const none = { already: 0, declined: 0, left_out: 0, undeliverable: 0, added: 0, accepted: 0 };
const count = (table: "parties" | "consents" | "subscriptions") =>
  value(pool, `select count(*)::integer from public.${table} where workspace_id = $1`, [
    world.workspaceId,
  ]);

async function addReader(name: string, contact: Row = {}): Promise<string> {
  const id = String(
    await value(
      pool,
      "insert into public.parties (workspace_id, kind, name) values ($1, 'person', $2) returning id",
      [world.workspaceId, `${name} Beispiel`],
    ),
  );
  await pool.query(
    `insert into public.contact_points (workspace_id, party_id, kind, value, may_contact, bounced_at)
     values ($1, $2, 'email', $3, $4, $5)`,
    [world.workspaceId, id, contact.email ?? `${name}@${host}`, contact.may, contact.bounced],
  );
  return id;
}
const put = (partyId: string, status: string, email: string) =>
  pool.query(
    `insert into public.subscriptions (workspace_id, list_id, party_id, email, locale, status)
     values ($1, $2, $3, $4, 'de', $5)`,
    [world.workspaceId, listId, partyId, email, status],
  );

describe("an import of consents", () => {
  it("keeps text, day and place of the proof, for known parties and new ones", async () => {
    const known = await addReader("anna");
    const before = Number(await count("parties"));
    expect(await take([row("anna"), row("nils", { name: null })])).toEqual({
      ...none,
      accepted: 2,
      added: 1,
    });
    expect(await count("parties")).toBe(before + 1);
    const { rows } = await pool.query(
      `select s.status, s.party_id = $2 as is_known, p.name, c.origin, c.status as said, c.wording, c.proof,
         c.given_on::text, c.actor_id, c.email
       from public.subscriptions s join public.parties p on p.id = s.party_id
       join public.consents c on c.subscription_id = s.id
       where s.list_id = $1 order by s.email`,
      [listId, known],
    );
    const consent = {
      status: "accepted",
      origin: "import",
      said: "accepted",
      wording: "Ja, ich möchte den Stoffbrief.",
      proof: "Ordner Messe 2024, Regal 3",
      given_on: "2024-03-09",
      actor_id: world.admin.memberId,
    };
    const nils = `nils@${host}`;
    expect(rows).toEqual([
      { ...consent, is_known: true, name: "anna Beispiel", email: `anna@${host}` },
      { ...consent, is_known: false, name: nils, email: nils },
    ]);
    const mails = "select count(*)::integer from public.mails where workspace_id = $1";
    expect(await value(pool, mails, [world.workspaceId])).toBe(0);
  });

  it("changes nothing when a piece is sent again, and tells the same", async () => {
    const id = { p_id: randomUUID() };
    const told = await take([row("anna"), row("nils")], id);
    const counts = async () => [await count("parties"), await count("consents")];
    const after = await counts();
    expect(await take([row("anna"), row("nils")], id)).toEqual(told);
    expect(await counts()).toEqual(after);
    expect(await take([row("petra")], { ...id, p_piece: 1 })).toMatchObject({ accepted: 1 });
    const elsewhere = { ...id, p_list_id: await addList(pool, world) };
    await expect(take([row("anna")], elsewhere)).rejects.toThrow("conflict");
  });

  it("leaves out who left, declined, wants no contact, bounced or is blacklisted, and counts them", async () => {
    await put(await addReader("weg"), "unsubscribed", `weg@${host}`);
    await put(await addReader("nein"), "rejected", `nein@${host}`);
    // The address left, under another party that does not bear it any more.
    await put(await addReader("neu", { email: `andere@${host}` }), "unsubscribed", `alt@${host}`);
    await addReader("still", { may: false });
    await addReader("zurueck", { bounced: new Date() });
    await put(await addReader("drauf"), "accepted", `drauf@${host}`);
    await put(await addReader("gefragt"), "pending", `gefragt@${host}`);
    const bad = await addReader("boese");
    await call(pool, world.owner, "class_party", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: bad,
      p_class_code: "BLACKLIST",
      p_reason: "Zahlt nicht",
    });
    const before = await count("parties");
    const names = [
      "weg",
      "nein",
      "alt",
      "still",
      "zurueck",
      "drauf",
      "gefragt",
      "boese",
      "gefragt",
    ];
    expect(await take(names.map((name) => row(name)))).toEqual({
      already: 2,
      declined: 4,
      left_out: 1,
      undeliverable: 1,
      added: 0,
      accepted: 1,
    });
    expect(await count("parties")).toBe(before);
    expect(await count("consents")).toBe(1);
  });

  it("puts a party with two addresses in the file on the list once", async () => {
    const id = await addReader("anna");
    await pool.query(
      "insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, 'email', $3)",
      [world.workspaceId, id, `annas-zweite@${host}`],
    );
    const told = await take([row("anna"), row("annas-zweite")]);
    expect(told).toEqual({ ...none, accepted: 1, already: 1 });
  });

  it("makes one party of each address, however many import it at once", async () => {
    const before = Number(await count("parties"));
    const told = await Promise.all([1, 2, 3, 4].map(() => take([row("anna"), row("nils")])));
    expect(told.map((one) => Number((one as Row).accepted)).sort()).toEqual([0, 0, 0, 2]);
    expect(await count("parties")).toBe(before + 2);
  });

  it.each([
    ["no address", { email: "anna" }],
    ["an address in capitals", { email: "Anna@spur.test" }],
    ["no text", { wording: " " }],
    ["no day", { givenOn: null }],
    ["a day to come", { givenOn: "2199-01-01" }],
  ])("refuses a row with %s, and all with it", async (_, wrong) => {
    await expect(take([row("nils"), row("anna", wrong)])).rejects.toThrow("invalid_input");
    expect(await count("subscriptions")).toBe(0);
  });

  it("needs the place of the proof, an open list, and marketing or an admin", async () => {
    await expect(take([row("anna")], { p_proof: " " })).rejects.toThrow("invalid_input");
    await expect(take([row("anna")], {}, world.owner)).rejects.toThrow("forbidden");
    const stranger = await makeWorld(pool);
    await expect(take([row("anna")], {}, stranger.admin)).rejects.toThrow("forbidden");
    const theirs = { p_list_id: await addList(pool, stranger) };
    await expect(take([row("anna")], theirs)).rejects.toThrow("reference_not_found");
    await pool.query("update public.contact_lists set archived_at = now() where id = $1", [listId]);
    await expect(take([row("anna")])).rejects.toThrow("reference_not_found");
    expect(await count("subscriptions")).toBe(0);
  });
});
