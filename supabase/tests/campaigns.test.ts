import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { call } from "./actors";
import {
  addCampaign,
  addReader,
  blacklist,
  mailsOf,
  sendCampaign,
  updateCampaign,
  writeMails,
} from "./campaigns";
import { addList } from "./contact-page";
import { openDatabase, type Row, value } from "./database";
import { addLead, convertLead } from "./leads";
import { createOpportunity, moveOpportunity, updateOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
let world: World;
let listId: string;
let id: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  listId = await addList(pool, world);
  ({ id } = await addCampaign(pool, world, [listId]));
});

const reader = (given: Parameters<typeof addReader>[3] = {}, list = listId) =>
  addReader(pool, world, list, given);
const foresee = async () =>
  (await call(pool, world.owner, "foresee_campaign", { p_id: id, p_most: 1000 })) as Row;
const recipients = async () => (await mailsOf(pool, id)).map(({ recipient }) => recipient);
const report = async () => (await call(pool, world.owner, "campaign_report", { p_id: id })) as Row;
const sending = async () =>
  (await pool.query("select * from public.campaign_sendings where campaign_id = $1", [id])).rows[0];
const send = () => sendCampaign(pool, world.marketing, id);
async function sendAndWrite() {
  await send();
  await writeMails(pool, id);
}

describe("the audience of a campaign", () => {
  it("leaves out who is blacklisted, asked, gone, bounced or wants no mail, and says so before", async () => {
    const { email } = await reader();
    await blacklist(pool, world, (await reader()).partyId);
    await reader({ status: "pending" });
    await reader({ status: "unsubscribed" });
    await reader({ status: "rejected" });
    await reader({ status: "invalid" });
    const unwilling = await reader();
    await pool.query("update public.contact_points set may_contact = false where party_id = $1", [
      unwilling.partyId,
    ]);
    const bounced = await reader();
    await pool.query("update public.contact_points set bounced_at = now() where party_id = $1", [
      bounced.partyId,
    ]);
    const outcomes = {
      reached: 1,
      blacklisted: 1,
      unconfirmed: 1,
      declined: 2,
      undeliverable: 2,
      unwanted: 1,
    };
    expect(await foresee()).toEqual({ size: 8, isMore: false, outcomes });
    expect(await mailsOf(pool, id)).toEqual([]);
    await sendAndWrite();
    expect(await recipients()).toEqual([email]);
    expect(await sending()).toMatchObject({ state: "written", ...outcomes });
  });

  it("has each address once, however many lists or parties it stands with", async () => {
    const second = await addList(pool, world);
    await updateCampaign(pool, world.marketing, id, { list_ids: [listId, second] });
    const { partyId, email } = await reader();
    await reader({ partyId, email }, second);
    await reader({ email });
    expect(await foresee()).toMatchObject({ size: 1, outcomes: { reached: 1 } });
    await sendAndWrite();
    expect(await recipients()).toEqual([email]);
  });

  it("leaves an address out that somebody blacklisted has too, or that left the list under another name", async () => {
    const shared = await reader();
    const bad = await reader({ status: "unsubscribed" }, await addList(pool, world));
    await pool.query(
      "insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, 'email', $3)",
      [world.workspaceId, bad.partyId, shared.email],
    );
    await blacklist(pool, world, bad.partyId);
    const left = await reader();
    await reader({ email: left.email, status: "unsubscribed" });
    await sendAndWrite();
    expect(await recipients()).toEqual([]);
    expect(await sending()).toMatchObject({ blacklisted: 1, declined: 1 });
  });

  it("is nobody of an archived list, nor without subject and text in one language", async () => {
    await reader();
    await updateCampaign(pool, world.marketing, id, { bodies: { en: "They are here." } });
    await updateCampaign(pool, world.marketing, id, { subjects: { de: "Neue Stoffe" } });
    await expect(send()).rejects.toThrow("campaign_incomplete");
    await updateCampaign(pool, world.marketing, id, { bodies: { de: "Sie sind da." } });
    await pool.query("update public.contact_lists set archived_at = now() where id = $1", [listId]);
    await expect(send()).rejects.toThrow("campaign_incomplete");
  });
});

describe("who may", () => {
  it("is marketing or an admin: a rep reads, and neither changes, sends, tests nor stops", async () => {
    await reader();
    for (const [name, args] of [
      ["send_campaign", {}],
      ["stop_campaign", {}],
      ["test_campaign", { p_locale: "de" }],
      ["update_campaign", { p_version: 2, p_patch: { name: "Fremd" } }],
    ] as const) {
      const given = { p_id: id, p_mutation_id: randomUUID(), ...args };
      await expect(call(pool, world.owner, name, given)).rejects.toThrow("forbidden");
    }
    const listed = await call(pool, world.owner, "list_campaigns", {
      p_workspace_id: world.workspaceId,
    });
    expect(listed).toMatchObject([{ id, sending: null, lists: [{ id: listId }] }]);
  });

  it("is nobody of another workspace, nor for a list or a lead of one", async () => {
    const stranger = await makeWorld(pool);
    for (const name of ["send_campaign", "stop_campaign"]) {
      const given = { p_id: id, p_mutation_id: randomUUID() };
      await expect(call(pool, stranger.admin, name, given)).rejects.toThrow("not_found");
    }
    await expect(
      call(pool, stranger.admin, "foresee_campaign", { p_id: id, p_most: 10 }),
    ).rejects.toThrow("not_found");
    await expect(
      updateCampaign(pool, world.marketing, id, { list_ids: [await addList(pool, stranger)] }),
    ).rejects.toMatchObject({ code: "23503" });
    const card = await createOpportunity(pool, stranger, stranger.owner);
    await expect(
      updateOpportunity(pool, stranger.owner, card.id, card.version, { campaign_id: id }),
    ).rejects.toMatchObject({ code: "23503" });
  });

  it("edits what they saw: whoever comes second is told", async () => {
    await updateCampaign(pool, world.marketing, id, { name: "Winterstoffe" });
    await expect(
      updateCampaign(pool, world.admin, id, { name: "Sommerstoffe" }, 2),
    ).rejects.toThrow("conflict");
    const told = await value(
      pool,
      "select changes -> 'name' from public.change_history where entity_id = $1 and version = 3",
      [id],
    );
    expect(told).toEqual(["Herbststoffe", "Winterstoffe"]);
  });
});

describe("what comes from a campaign", () => {
  it("is handed on by a lead to its opportunity, and added up once it is won", async () => {
    const lead = await addLead(pool, world, world.owner);
    await addLead(pool, world, world.owner);
    await pool.query("update public.leads set campaign_id = $2 where id = $1", [lead.id, id]);
    const card = await convertLead(pool, world, world.owner, lead.id, { p_amount: 1200.5 });
    const direct = await createOpportunity(pool, world, world.owner, {
      p_amount: 300,
      p_currency: "CHF",
    });
    await updateOpportunity(pool, world.owner, direct.id, direct.version, { campaign_id: id });
    await createOpportunity(pool, world, world.owner, { p_amount: 99 });
    for (const one of [String(card.id), direct.id]) {
      await moveOpportunity(pool, world.owner, one, world.stages.won);
    }
    expect(await report()).toMatchObject({
      leads: { total: 1, open: 0, converted: 1 },
      opportunities: { total: 2, open: 0, won: 2, lost: 0 },
      won: [
        { currency: "CHF", amount: "300" },
        { currency: "EUR", amount: "1200.5" },
      ],
    });
  });
});
