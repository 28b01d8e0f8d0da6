import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { anonymous, call } from "./actors";
import {
  addCampaign,
  addReader,
  blacklist,
  mailsOf,
  sendCampaign,
  stopCampaign,
  updateCampaign,
  writeMails,
} from "./campaigns";
import { addList, beginNewestMail } from "./contact-page";
import { openDatabase, type Row, value } from "./database";
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
const report = async () => (await call(pool, world.owner, "campaign_report", { p_id: id })) as Row;
const sending = async () =>
  (await pool.query("select * from public.campaign_sendings where campaign_id = $1", [id])).rows[0];
const send = () => sendCampaign(pool, world.marketing, id);
const begin = (mailId: unknown) => value(pool, "select private.begin_sending($1)", [mailId]);
async function sendAndWrite() {
  await send();
  await writeMails(pool, id);
}

describe("sending a campaign", () => {
  it("writes page by page, goes on where it ended, and tells each reader in their language", async () => {
    for (const locale of ["de", "en", "de", "en", "de"]) await reader({ locale });
    await send();
    expect(await value(pool, "select private.advance_campaign($1, 2)", [id])).toBe(true);
    expect(await sending()).toMatchObject({ state: "writing", reached: 2 });
    expect(await writeMails(pool, id, 2)).toBe(2);
    const mails = await mailsOf(pool, id);
    expect(mails).toHaveLength(5);
    const english = mails.find(({ locale }) => locale === "en");
    expect(await begin(english?.id)).toMatchObject({
      template: "campaign",
      subject: "New fabrics",
      body: "They are here.",
      list: "Stoffbrief",
    });
  });

  it("is done once by two workers at once, and by two who send at once or again", async () => {
    for (let n = 0; n < 6; n++) await reader();
    await Promise.all([send(), sendCampaign(pool, world.admin, id), send()]);
    await Promise.all([1, 2, 3].map(() => writeMails(pool, id, 2)));
    await send();
    await writeMails(pool, id);
    expect(await mailsOf(pool, id)).toHaveLength(6);
    expect(await sending()).toMatchObject({ state: "written", reached: 6 });
    expect(await value(pool, "select status from public.campaigns where id = $1", [id])).toBe(
      "running",
    );
  });

  it("reaches nobody who was blacklisted, left or bounced between writing and sending", async () => {
    const [bad, gone, back, kept] = await Promise.all([reader(), reader(), reader(), reader()]);
    await sendAndWrite();
    await blacklist(pool, world, bad.partyId);
    await call(pool, world.owner, "unsubscribe_party", {
      p_subscription_id: await value(
        pool,
        "select id from public.subscriptions where party_id = $1",
        [gone.partyId],
      ),
    });
    await pool.query("select private.note_bounce($1, $2)", [world.workspaceId, back.email]);
    const facts = new Map<unknown, unknown>();
    for (const mail of await mailsOf(pool, id)) facts.set(mail.recipient, await begin(mail.id));
    expect([bad, gone, back].map(({ email }) => facts.get(email))).toEqual([null, null, null]);
    expect(facts.get(kept.email)).toMatchObject({ subject: "Neue Stoffe" });
    expect(await report()).toMatchObject({ mails: { waiting: 1, cancelled: 3 } });
  });

  it("stops at once: what waits is cancelled, also where it is only just being written", async () => {
    for (let n = 0; n < 5; n++) await reader();
    await send();
    await value(pool, "select private.advance_campaign($1, 3)", [id]);
    const [first, second] = await mailsOf(pool, id);
    await begin(first?.id);
    await stopCampaign(pool, world.marketing, id);
    // Before the worker comes to cancel them.
    expect(await begin(second?.id)).toBeNull();
    await writeMails(pool, id, 1);
    expect((await mailsOf(pool, id)).map(({ status }) => status)).toEqual([
      "sending",
      "cancelled",
      "cancelled",
    ]);
    expect(await sending()).toMatchObject({ state: "stopped", reached: 3 });
    await send();
    expect(await sending()).toMatchObject({ state: "stopped" });
  });

  it("stops with the campaign when that is cancelled, and one that is through stays so", async () => {
    await reader();
    await sendAndWrite();
    const [mail] = await mailsOf(pool, id);
    await begin(mail?.id);
    await pool.query("select private.finish_sending($1, 'sent', null)", [mail?.id]);
    await updateCampaign(pool, world.marketing, id, { status: "cancelled" });
    expect(await sending()).toMatchObject({ state: "written" });
    const other = await addCampaign(pool, world, [listId]);
    await sendCampaign(pool, world.marketing, other.id);
    await updateCampaign(pool, world.marketing, other.id, { status: "cancelled" });
    await writeMails(pool, other.id);
    expect(await mailsOf(pool, other.id)).toEqual([]);
    const third = await addCampaign(pool, world, [listId]);
    await updateCampaign(pool, world.marketing, third.id, { status: "completed" });
    await expect(sendCampaign(pool, world.marketing, third.id)).rejects.toThrow("campaign_closed");
  });

  it("keeps text and lists of what was sent, also from who chooses in the same moment", async () => {
    await reader();
    const other = await addList(pool, world);
    await Promise.allSettled([
      send(),
      updateCampaign(pool, world.marketing, id, { bodies: { de: "Anders." } }),
    ]);
    await send();
    await expect(
      updateCampaign(pool, world.marketing, id, { bodies: { de: "Später." } }),
    ).rejects.toThrow("campaign_sent");
    await expect(
      updateCampaign(pool, world.marketing, id, { list_ids: [listId, other] }),
    ).rejects.toThrow("campaign_sent");
    await updateCampaign(pool, world.marketing, id, { list_ids: [listId], budget: 250.5 });
    expect(await value(pool, "select budget::text from public.campaigns where id = $1", [id])).toBe(
      "250.5000",
    );
  });

  it("sends one who tries it a mail of their own, and nobody else", async () => {
    await reader();
    await call(pool, world.marketing, "test_campaign", {
      p_id: id,
      p_locale: "en",
      p_mutation_id: randomUUID(),
    });
    expect(await mailsOf(pool, id)).toEqual([]);
    const facts = await beginNewestMail(pool, "campaign_test", world.marketing.email);
    expect(facts).toMatchObject({ subject: "New fabrics", body: "They are here." });
    expect(facts).not.toHaveProperty("token");
  });
});

describe("leaving by the link of a campaign", () => {
  it("ends every list of it that reached the address, and is told in its report", async () => {
    const second = await addList(pool, world);
    const untouched = await addList(pool, world);
    await updateCampaign(pool, world.marketing, id, { list_ids: [listId, second] });
    const { partyId, email } = await reader();
    await reader({ partyId, email }, second);
    await reader({ partyId, email }, untouched);
    await reader();
    await sendAndWrite();
    const { token } = await beginNewestMail(pool, "campaign", email);
    const link = { p_token: token };
    expect(await call(pool, anonymous, "peek_subscription_link", link)).toMatchObject({
      email,
      status: "accepted",
      listNames: { de: "Stoffbrief, Stoffbrief" },
    });
    await call(pool, anonymous, "unsubscribe", { ...link, p_one_click: true });
    await call(pool, anonymous, "unsubscribe", link);
    const states = await pool.query(
      "select list_id, status from public.subscriptions where email = $1",
      [email],
    );
    const statusOf = new Map(states.rows.map((row) => [row.list_id, row.status]));
    expect([listId, second, untouched].map((list) => statusOf.get(list))).toEqual([
      "unsubscribed",
      "unsubscribed",
      "accepted",
    ]);
    expect(await report()).toMatchObject({ mails: { unsubscribed: 1 } });
  });
});
