import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { anonymous, call } from "./actors";
import { addList, beginNewestMail } from "./contact-page";
import { failure, openDatabase, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;
let listId: string;
let email: string;
let partyId: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  listId = await addList(pool, world);
  email = `max-${randomUUID()}@post.test`;
  partyId = await addReader(email);
});

async function addReader(address: string): Promise<string> {
  const id = String(
    await value(
      pool,
      "insert into public.parties (workspace_id, kind, name) values ($1, 'person', 'Max Mustermann') returning id",
      [world.workspaceId],
    ),
  );
  await pool.query(
    "insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, 'email', $3)",
    [world.workspaceId, id, address],
  );
  return id;
}

const subscribe = (ids: string[], list = listId) =>
  call(pool, world.owner, "subscribe_parties", {
    p_workspace_id: world.workspaceId,
    p_list_id: list,
    p_party_ids: ids,
    p_mutation_id: randomUUID(),
  });
const status = (id = partyId) =>
  value(pool, "select status from public.subscriptions where party_id = $1", [id]);
const confirm = (token: string) =>
  call(pool, anonymous, "confirm_subscription", { p_token: token });
const unsubscribe = (token: string) => call(pool, anonymous, "unsubscribe", { p_token: token });

async function accept(): Promise<void> {
  await subscribe([partyId]);
  await confirm((await beginNewestMail(pool, "confirm_subscription", email)).token);
}

describe("the double opt-in", () => {
  it("asks by mail, and holds only once the link was opened", async () => {
    expect(await subscribe([partyId])).toMatchObject({ asked: 1 });
    expect(await status()).toBe("pending");
    const { token } = await beginNewestMail(pool, "confirm_subscription", email);
    const logo = "data:image/png;base64,iVBORw0KGgo=";
    await pool.query("update public.contact_pages set logo = $2 where workspace_id = $1", [
      world.workspaceId,
      logo,
    ]);
    expect(await call(pool, anonymous, "peek_subscription_link", { p_token: token })).toMatchObject(
      { email, logo, status: "pending" },
    );
    expect(await status()).toBe("pending");
    await confirm(token);
    expect(await status()).toBe("accepted");
    const origins = await pool.query(
      "select status, origin, actor_id from public.consents where email = $1 order by id",
      [email],
    );
    expect(origins.rows).toEqual([
      { status: "pending", origin: "member", actor_id: world.owner.memberId },
      { status: "accepted", origin: "confirm_link", actor_id: null },
    ]);
  });

  it("keeps of the link its hash alone", async () => {
    await subscribe([partyId]);
    const { token } = await beginNewestMail(pool, "confirm_subscription", email);
    const hash = createHash("sha256").update(token).digest();
    const kept = "select count(*)::integer from private.link_tokens where hash = $1";
    expect(await value(pool, kept, [hash])).toBe(1);
    const told = "select count(*)::integer from public.mails m where m::text like '%' || $1 || '%'";
    expect(await value(pool, told, [token])).toBe(0);
  });

  it("refuses a link that was used, altered, is too old or for something else", async () => {
    await subscribe([partyId]);
    const { token } = await beginNewestMail(pool, "confirm_subscription", email);
    await expect(confirm(`${token.slice(0, -1)}_`)).rejects.toThrow("link_invalid");
    await expect(unsubscribe(token)).rejects.toThrow("link_invalid");
    await expect(
      call(pool, anonymous, "confirm_contact_message", { p_token: token }),
    ).rejects.toThrow("link_invalid");
    const hash = createHash("sha256").update(token).digest();
    const age = "update private.link_tokens set expires_at = now() + $2::interval where hash = $1";
    await pool.query(age, [hash, "-1 second"]);
    await expect(confirm(token)).rejects.toThrow("link_expired");
    await pool.query(age, [hash, "1 day"]);
    await confirm(token);
    await expect(confirm(token)).rejects.toThrow("link_used");
  });

  it("lets one of several win who open a link in the same instant", async () => {
    await subscribe([partyId]);
    const { token } = await beginNewestMail(pool, "confirm_subscription", email);
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => confirm(token)));
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(1);
    const welcomes =
      "select count(*)::integer from public.mails where recipient = $1 and template = 'subscribed'";
    expect(await value(pool, welcomes, [email])).toBe(1);
  });

  it("does not hold for an address that was changed since", async () => {
    await subscribe([partyId]);
    const { token } = await beginNewestMail(pool, "confirm_subscription", email);
    await pool.query(
      "update public.subscriptions set email = 'neu@post.test' where party_id = $1",
      [partyId],
    );
    await expect(confirm(token)).rejects.toThrow("link_expired");
    expect(await status()).toBe("pending");
  });
});

it("a link whose reader is gone is no link any more", async () => {
  await accept();
  const { token } = await beginNewestMail(pool, "subscribed", email);
  const other = await addReader(`weg-${email}`);
  await subscribe([other]);
  const late = (await beginNewestMail(pool, "confirm_subscription", `weg-${email}`)).token;
  await pool.query("delete from public.parties where id = any ($1)", [[partyId, other]]);
  const peek = (of: string) => call(pool, anonymous, "peek_subscription_link", { p_token: of });
  const attempts = [
    () => confirm(late),
    () => peek(late),
    () => peek(token),
    () => unsubscribe(token),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow("link_invalid");
});

it("of somebody confirmed is not touched by whoever asks in their name", async () => {
  await accept();
  await value(
    pool,
    `select private.request_subscriptions(
       array[row($1, $2, $3, 'de', null)::private.subscription_request], 'contact_page')`,
    [listId, partyId, `andere-${email}`],
  );
  expect(await status()).toBe("accepted");
});

describe("being left alone", () => {
  it("works by the link as often and as late as it is opened, for the address whoever has it", async () => {
    await accept();
    const other = await addReader(email);
    await subscribe([other]);
    const { token } = await beginNewestMail(pool, "subscribed", email);
    await unsubscribe(token);
    await unsubscribe(token);
    expect(await status()).toBe("unsubscribed");
    expect(await status(other)).toBe("unsubscribed");
    const noted =
      "select count(*)::integer from public.consents where email = $1 and status = 'unsubscribed'";
    expect(await value(pool, noted, [email])).toBe(2);
  });

  it("is of the address that the mail went to, also when the reader has another one since", async () => {
    await accept();
    const other = await addReader(email);
    await subscribe([other]);
    const { token } = await beginNewestMail(pool, "subscribed", email);
    const moved = `neu-${email}`;
    await pool.query("update public.subscriptions set email = $2 where party_id = $1", [
      partyId,
      moved,
    ]);
    const face = { email, status: "unsubscribed" };
    expect(await unsubscribe(token)).toMatchObject(face);
    expect(await call(pool, anonymous, "peek_subscription_link", { p_token: token })).toMatchObject(
      face,
    );
    expect([await status(), await status(other)]).toEqual(["accepted", "unsubscribed"]);
  });

  it("is not undone by a member, who asks in vain", async () => {
    await accept();
    const { token } = await beginNewestMail(pool, "subscribed", email);
    await unsubscribe(token);
    expect(await subscribe([partyId])).toMatchObject({ asked: 0, declined: 1 });
    expect(await status()).toBe("unsubscribed");
  });

  it("holds for whoever is blacklisted, has no address, or asked not to be contacted", async () => {
    await call(pool, world.owner, "class_party", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: partyId,
      p_class_code: "BLACKLIST",
      p_reason: "Zahlt nicht",
    });
    const silent = await addReader(`leise-${randomUUID()}@post.test`);
    await pool.query("update public.contact_points set may_contact = false where party_id = $1", [
      silent,
    ]);
    expect(await subscribe([partyId, silent])).toMatchObject({
      asked: 0,
      left_out: 1,
      without_email: 1,
    });
  });

  it("begins where mail comes back, until there is another address", async () => {
    await accept();
    await pool.query("select private.note_bounce($1, $2)", [world.workspaceId, email]);
    expect(await status()).toBe("invalid");
    const bounced = "select bounced_at is not null from public.contact_points where party_id = $1";
    expect(await value(pool, bounced, [partyId])).toBe(true);
    expect(await subscribe([partyId])).toMatchObject({ without_email: 1 });
    await pool.query("update public.contact_points set value = $2 where party_id = $1", [
      partyId,
      `neu-${email}`,
    ]);
    expect(await value(pool, bounced, [partyId])).toBe(false);
    expect(await subscribe([partyId])).toMatchObject({ asked: 1 });
  });
});

it("is for members of the workspace and its own lists and parties alone", async () => {
  const stranger = await makeWorld(pool);
  const args = {
    p_workspace_id: world.workspaceId,
    p_list_id: listId,
    p_party_ids: [partyId],
    p_mutation_id: randomUUID(),
  };
  expect(await failure(call(pool, stranger.admin, "subscribe_parties", args))).toMatchObject({
    message: "forbidden",
  });
  await expect(subscribe([partyId], await addList(pool, stranger))).rejects.toThrow(
    "reference_not_found",
  );
  expect(await subscribe([stranger.customerId])).toMatchObject({ asked: 0, without_email: 0 });
  await subscribe([partyId]);
  const id = await value(pool, "select id from public.subscriptions where party_id = $1", [
    partyId,
  ]);
  await expect(
    call(pool, stranger.admin, "unsubscribe_party", { p_subscription_id: id }),
  ).rejects.toThrow("not_found");
});
