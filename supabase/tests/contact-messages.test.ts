import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { anonymous, call } from "./actors";
import {
  beginNewestMail,
  clientSecret,
  openContactPage,
  proof,
  sendMessage,
  somewhere,
  vouched,
} from "./contact-page";
import { openDatabase, type Row, value } from "./database";
import { createOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(8);
let world: World;
let slug: string;
let listId: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  ({ slug, listId } = await openContactPage(pool, world));
});

const send = async (args: Row = {}, headers?: Row) =>
  sendMessage(
    pool,
    { p_slug: slug, ...(await proof(pool, slug)), ...args },
    headers ?? (await somewhere(pool)),
  );
const take = (id: string) => pool.query("select private.take_contact_message($1)", [id]);
const leads = async () =>
  (
    await pool.query<{ id: string; party_id: string; owner_id: string | null }>(
      "select id, party_id, owner_id from public.leads where workspace_id = $1",
      [world.workspaceId],
    )
  ).rows;
const kept = (id: string) =>
  value(pool, "select status from private.contact_messages where id = $1", [id]);

describe("a message", () => {
  it("is kept once, however often and however fast it is sent", async () => {
    const id = randomUUID();
    const email = `eile-${id}@post.test`;
    const once = { p_id: id, p_email: email, ...(await proof(pool, slug)) };
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(once)));
    expect(new Set(answers)).toEqual(new Set(["received"]));
    await expect(send({ ...once, p_body: "Etwas anderes" })).rejects.toThrow("conflict");
    expect(await kept(id)).toBe("received");
  });

  it("brings a proof of work of this page, unspent, true and fresh", async () => {
    const { slug: otherSlug } = await openContactPage(pool, await makeWorld(pool));
    const good = await proof(pool, slug);
    const forged = good.p_challenge.replace(/\.4\./, ".1.");
    const wrong = [
      { ...good, p_solution: good.p_solution + 1_000_003 },
      { ...good, p_challenge: forged },
      await proof(pool, otherSlug),
      { ...good, p_solution: null },
      { p_challenge: "a.b.c.d.e", p_solution: 1 },
    ];
    for (const each of wrong) expect(await send(each)).toBe("proof_invalid");
    expect(await send(good)).toBe("received");
    expect(await send(good)).toBe("proof_invalid");
  });

  it("waits without a proof for a click in a mail", async () => {
    const id = randomUUID();
    const email = `ohne-${id}@post.test`;
    const args = { p_id: id, p_email: email, p_challenge: null, p_solution: null };
    expect(await send(args)).toBe("unproven");
    await take(id);
    expect(await leads()).toEqual([]);
    const { token } = await beginNewestMail(pool, "confirm_message", email);
    await call(pool, anonymous, "confirm_contact_message", { p_token: token });
    expect(await kept(id)).toBe("received");
    await expect(
      call(pool, anonymous, "confirm_contact_message", { p_token: token }),
    ).rejects.toThrow("link_used");
  });

  it("needs what the page requires", async () => {
    await pool.query(
      `update public.contact_pages set consent_texts = '{"de": "Ja"}',
         fields = '{"company": "required", "phone": "off"}' where workspace_id = $1`,
      [world.workspaceId],
    );
    await expect(send({ p_has_agreed: true })).rejects.toThrow("invalid_input");
    await expect(send({ p_company: "Probe AG" })).rejects.toThrow("invalid_input");
    expect(await send({ p_company: "Probe AG", p_has_agreed: true })).toBe("received");
  });

  it("finds no page that is closed", async () => {
    const challenge = await proof(pool, slug);
    await pool.query("update public.contact_pages set is_open = false where workspace_id = $1", [
      world.workspaceId,
    ]);
    await expect(send(challenge)).rejects.toThrow("not_found");
  });
});

describe("too many messages", () => {
  it("are refused by address, and only where our server vouches for it", async () => {
    const busy = await somewhere(pool);
    for (let i = 0; i < 20; i++) await send({}, busy);
    expect(await send({}, busy)).toBe("too_many_requests");
    expect(await send()).toBe("received");
  });

  it("are refused by sender, from wherever they come", async () => {
    const email = `viel-${randomUUID()}@post.test`;
    for (let i = 0; i < 5; i++) await send({ p_email: email });
    expect(await send({ p_email: email })).toBe("too_many_requests");
  });

  it("are counted with those whose proof is wrong", async () => {
    const busy = await somewhere(pool);
    const wrong = { p_challenge: "a.b.c.d.e", p_solution: 1 };
    for (let i = 0; i < 20; i++) expect(await send(wrong, busy)).toBe("proof_invalid");
    expect(await send(wrong, busy)).toBe("too_many_requests");
  });

  it("believe no address that is forged or old", async () => {
    await somewhere(pool);
    const claim = async (headers: Row) => {
      const client = await pool.connect();
      try {
        await client.query("begin");
        await client.query("select set_config('request.headers', $1, true)", [
          JSON.stringify(headers),
        ]);
        return await value(client, "select private.client_address()");
      } finally {
        await client.query("rollback");
        client.release();
      }
    };
    expect(await claim(vouched("198.51.100.7", clientSecret))).toBe("198.51.100.7");
    expect(await claim(vouched("198.51.100.7", "another secret"))).toBeNull();
    expect(await claim(vouched("198.51.100.7", clientSecret, -1))).toBeNull();
    expect(await claim({ "x-spur-client": "198.51.100.7 soon abc" })).toBeNull();
    expect(await claim({})).toBeNull();
  });
});

describe("what becomes of a message", () => {
  const arrive = async (args: Row = {}) => {
    const id = randomUUID();
    await send({ p_id: id, ...args });
    await take(id);
    await take(id);
    return id;
  };
  const about = async (id: string) =>
    (
      await pool.query(
        "select opportunity_id, lead_id, party_id, direction from public.communications where id = $1",
        [id],
      )
    ).rows[0];

  it("of a stranger: a person, a company, a lead in the queue, once", async () => {
    const id = await arrive({ p_company: "Grünfeld Floristik", p_phone: "+4917155501230" });
    const [lead, ...more] = await leads();
    expect(more).toEqual([]);
    expect(lead?.owner_id).toBeNull();
    expect(await about(id)).toMatchObject({ lead_id: lead?.id, direction: "incoming" });
    const company = `select p.name from public.party_relationships r join public.parties p on p.id = r.from_party_id
      where r.to_party_id = $1 and r.type_code = 'CONTACT_REL'`;
    expect(await value(pool, company, [lead?.party_id])).toBe("Grünfeld Floristik");
  });

  it("of somebody known: a communication on the open opportunity, and nothing of them is changed", async () => {
    const email = `kunde-${randomUUID()}@post.test`;
    await pool.query(
      "insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, 'email', $3)",
      [world.workspaceId, world.customerId, email],
    );
    const name = "select name from public.parties where id = $1";
    const before = await value(pool, name, [world.customerId]);
    const { id: opportunityId } = await createOpportunity(pool, world, world.owner, {});
    const id = await arrive({
      p_email: email,
      p_name: "Ganz Anders",
      p_company: "Fremde AG",
      p_phone: "+4917155501231",
    });
    expect(await about(id)).toMatchObject({
      opportunity_id: opportunityId,
      party_id: world.customerId,
    });
    const numbers =
      "select count(*)::integer from public.contact_points where party_id = $1 and kind = 'phone'";
    expect(await value(pool, numbers, [world.customerId])).toBe(0);
    const body = "select body from public.communications where id = $1";
    expect(await value(pool, body, [id])).toBe("40 Schürzen?\n\n+4917155501231");
    expect(await leads()).toEqual([]);
    expect(await value(pool, name, [world.customerId])).toBe(before);
  });

  it("of somebody whose lead is open: a communication with it", async () => {
    const email = `zweimal-${randomUUID()}@post.test`;
    await arrive({ p_email: email });
    const second = await arrive({ p_email: email });
    const [lead, ...more] = await leads();
    expect(more).toEqual([]);
    expect(await about(second)).toMatchObject({ lead_id: lead?.id });
  });

  it("goes to whom the page says; to the queue when they have left", async () => {
    const assign = (assignment: string, column: string, id: string) =>
      pool.query(
        `update public.contact_pages set assignment = $2, ${column} = $3 where workspace_id = $1`,
        [world.workspaceId, assignment, id],
      );
    await assign("member", "member_id", world.owner.memberId);
    await arrive();
    await assign("turns", "team_id", world.teams.south);
    await arrive();
    await assign("member", "member_id", world.deactivated.memberId);
    await arrive();
    const owners = (await leads()).map(({ owner_id }) => owner_id);
    expect(new Set(owners)).toEqual(new Set([world.owner.memberId, world.otherRep.memberId, null]));
  });

  it("asks for the lists that were chosen, of this workspace, unless the sender is blacklisted", async () => {
    const { listId: foreign } = await openContactPage(pool, await makeWorld(pool));
    await arrive({ p_list_ids: [listId, foreign] });
    const asked = "select count(*)::integer from public.subscriptions where list_id = any ($1)";
    expect(await value(pool, asked, [[listId, foreign]])).toBe(1);
    const email = `gesperrt-${randomUUID()}@post.test`;
    await arrive({ p_email: email });
    const party = await value(pool, "select party_id from public.contact_points where value = $1", [
      email,
    ]);
    await call(pool, world.owner, "class_party", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: party,
      p_class_code: "BLACKLIST",
      p_reason: "Zahlt nicht",
    });
    await arrive({ p_email: email, p_list_ids: [listId] });
    expect(await value(pool, asked, [[listId]])).toBe(1);
  });
});

it("the copy of the form goes after ninety days, what became of it stays", async () => {
  const ids = [randomUUID(), randomUUID()];
  for (const p_id of ids) {
    await send({ p_id });
    await take(p_id);
  }
  await pool.query(
    "update private.contact_messages set taken_at = now() - interval '91 days' where id = $1",
    [ids[0]],
  );
  await pool.query("select private.forget_what_is_over()");
  const left = "select array_agg(id) from private.contact_messages where id = any ($1)";
  expect(await value(pool, left, [ids])).toEqual([ids[1]]);
  const told = "select count(*)::integer from public.communications where id = any ($1)";
  expect(await value(pool, told, [ids])).toBe(2);
});
