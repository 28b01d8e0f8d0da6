import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { anonymous, as, call } from "./actors";
import {
  addList,
  beginNewestMail,
  openContactPage,
  proof,
  sendMessage,
  somewhere,
} from "./contact-page";
import { addCustomer } from "./customers";
import { openDatabase, type Row, value } from "./database";
import { addLead } from "./leads";
import { makeWorld, type World } from "./world";

/*
 * Everybody waits for rows first and for the workspace's clock last. Who does it the other way
 * round waits in a ring with somebody: one of them would hear "deadlock detected" here.
 */

const pool = openDatabase(12);
const rounds = Array.from({ length: 20 }, (_, n) => n);
let world: World;
let slug: string;
let listId: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  ({ slug, listId } = await openContactPage(pool, world));
});

const subscribe = (ids: string[], list = listId) =>
  call(pool, world.owner, "subscribe_parties", {
    p_workspace_id: world.workspaceId,
    p_list_id: list,
    p_party_ids: ids,
    p_mutation_id: randomUUID(),
  });
const open = (name: string, token: string) => call(pool, anonymous, name, { p_token: token });
const bounce = (email: string) =>
  pool.query("select private.note_bounce($1, $2)", [world.workspaceId, email]);
const edit = (partyId: string) =>
  as(pool, world.colleague, (database) =>
    database.query(
      "update public.contact_points set is_primary = not is_primary where party_id = $1",
      [partyId],
    ),
  );
const take = (id: string) => pool.query("select private.take_contact_message($1)", [id]);

/** A message that waits for the worker. */
async function arrive(given: Row = {}): Promise<string> {
  const id = randomUUID();
  const args = { p_id: id, p_slug: slug, ...(await proof(pool, slug)), ...given };
  await sendMessage(pool, args, await somewhere(pool));
  return id;
}

/** Somebody on the list, with the link that takes them off. */
async function addReader() {
  const reader = await addCustomer(pool, world);
  await subscribe([reader.partyId]);
  const { token } = await beginNewestMail(pool, "confirm_subscription", reader.email);
  return { ...reader, confirm: token };
}
async function addConfirmed() {
  const reader = await addReader();
  await open("confirm_subscription", reader.confirm);
  return { ...reader, leave: (await beginNewestMail(pool, "subscribed", reader.email)).token };
}

async function together(...work: Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(work);
  const heard = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.message] : []));
  // The address was changed, or the link was overtaken: that is an answer.
  expect(heard.filter((message) => message !== "link_expired")).toEqual([]);
}

it("messages of strangers, whose leads go round, while others hand out leads", async () => {
  await pool.query(
    "update public.contact_pages set assignment = 'turns', team_id = $2 where workspace_id = $1",
    [world.workspaceId, world.teams.east],
  );
  for (const _ of rounds) {
    const lead = await addLead(pool, world, world.owner);
    const [one, other] = [await arrive({ p_company: "Werk AG" }), await arrive()];
    await together(
      take(one),
      call(pool, world.manager, "assign_leads_round_robin", {
        p_ids: [lead.id],
        p_team_id: world.teams.east,
        p_mutation_id: randomUUID(),
      }),
      take(other),
    );
  }
});

it("a message that asks for a list, while its sender leaves that list", async () => {
  for (const _ of rounds) {
    const reader = await addConfirmed();
    const message = await arrive({ p_email: reader.email, p_list_ids: [listId] });
    await together(take(message), open("unsubscribe", reader.leave));
  }
});

it("a link that confirms, while a member edits the address and mail to it comes back", async () => {
  for (const _ of rounds) {
    const reader = await addReader();
    await together(
      open("confirm_subscription", reader.confirm),
      edit(reader.partyId),
      bounce(reader.email),
    );
  }
});

it("mail that comes back, while readers leave and their addresses are edited", async () => {
  for (const _ of rounds) {
    const reader = await addConfirmed();
    await together(bounce(reader.email), open("unsubscribe", reader.leave), edit(reader.partyId));
  }
});

it("many who are asked at once, twice, while some leave and some bounce", async () => {
  const readers = [];
  for (let i = 0; i < 12; i++) readers.push(await addConfirmed());
  const ids = readers.map(({ partyId }) => partyId);
  for (const n of rounds) {
    // All of them wait for an answer again, so that each is asked anew.
    await pool.query("update public.subscriptions set status = 'invalid' where list_id = $1", [
      listId,
    ]);
    await pool.query(
      "update public.contact_points set bounced_at = null where party_id = any ($1)",
      [ids],
    );
    const [leaver, bounced] = [readers[(n * 5) % 12], readers[(n * 7 + 11) % 12]];
    if (!leaver || !bounced) throw new Error("Nobody reads.");
    await together(
      subscribe(ids),
      subscribe([...ids].reverse()),
      open("unsubscribe", leaver.leave),
      bounce(bounced.email),
    );
  }
});

it("somebody new whom several ask in the same instant has one mail", async () => {
  for (const _ of rounds) {
    const { partyId, email } = await addCustomer(pool, world);
    await Promise.all([1, 2, 3].map(() => subscribe([partyId])));
    const mails = "select count(*)::integer from public.mails where recipient = $1";
    expect(await value(pool, mails, [email])).toBe(1);
  }
});

it("five hundred who are asked at once are a handful of events, not a thousand", async () => {
  const { rows } = await pool.query<{ id: string }>(
    `with made as (
       insert into public.parties (workspace_id, kind, name)
       select $1, 'person', 'Leserin ' || n from generate_series(1, 500) n returning id
     ), reached as (
       insert into public.contact_points (workspace_id, party_id, kind, value)
       select $1, m.id, 'email', m.id || '@post.test' from made m returning party_id
     ) select party_id as id from reached`,
    [world.workspaceId],
  );
  const seq = () =>
    value(pool, "select seq::integer from public.topic_clocks where topic = $1", [
      `workspace:${world.workspaceId}`,
    ]);
  const before = Number(await seq());
  const list = await addList(pool, world);
  expect(
    await subscribe(
      rows.map(({ id }) => id),
      list,
    ),
  ).toMatchObject({ asked: 500 });
  expect(Number(await seq()) - before).toBeLessThan(10);
  const asked = `select count(*)::integer from public.subscriptions s
    join public.mails m on m.subject_id = s.id and m.recipient = s.email
    join public.consents c on c.subscription_id = s.id and c.actor_id = $2
    where s.list_id = $1 and s.status = 'pending'`;
  expect(await value(pool, asked, [list, world.owner.memberId])).toBe(500);
});
