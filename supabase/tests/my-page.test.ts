import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { visit } from "./actors";
import { beginNewestMail } from "./contact-page";
import {
  addCustomer,
  addPoint,
  askForMyPage,
  type Customer,
  enter,
  newEmail,
  openMyPages,
  signInCustomer,
  signInToken,
} from "./customers";
import { openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;
let slug: string;
let partyId: string;
let email: string;

beforeEach(async () => {
  world = await makeWorld(pool);
  ({ slug } = await openMyPages(pool, world));
  ({ partyId, email } = await addCustomer(pool, world));
});

const signIn = () => signInCustomer(pool, world, { partyId, email });
const mailsTo = (address: string) =>
  value(
    pool,
    "select count(*)::integer from public.mails where recipient = $1 and template = 'sign_in'",
    [address],
  );
const hashOf = (token: string) => createHash("sha256").update(token).digest();
const isOver = (customer: Customer) =>
  expect(customer.call("my_page")).rejects.toThrow("not_signed_in");

describe("asking for the own page", () => {
  it("answers the same to whoever asks, and mails a link to whoever is known", async () => {
    const stranger = newEmail();
    expect(await askForMyPage(pool, slug, stranger)).toBe("asked");
    expect(await askForMyPage(pool, slug, email)).toBe("asked");
    expect([await mailsTo(stranger), await mailsTo(email)]).toEqual([0, 1]);
    const waiting = "select count(*)::integer from private.sign_in_requests where email = $1";
    expect(await value(pool, waiting, [stranger])).toBe(0);
  });

  it("mails nothing to an address that was theirs once, or is somebody's elsewhere", async () => {
    const elsewhere = await addCustomer(pool, await makeWorld(pool));
    await pool.query(
      "update public.contact_points set valid = daterange(current_date - 9, current_date) where party_id = $1",
      [partyId],
    );
    await askForMyPage(pool, slug, email);
    await askForMyPage(pool, slug, elsewhere.email);
    expect([await mailsTo(email), await mailsTo(elsewhere.email)]).toEqual([0, 0]);
  });

  it("mails one link for a request, to a person before an organization", async () => {
    await addCustomer(pool, world, { name: "Grünfeld AG", kind: "organization", email });
    await askForMyPage(pool, slug, email);
    await pool.query(
      "select private.take_sign_in_request(id) from private.sign_in_requests where email = $1",
      [email],
    );
    expect(await mailsTo(email)).toBe(1);
    const whose = "select party_id from private.sign_in_requests where email = $1";
    expect(await value(pool, whose, [email])).toBe(partyId);
  });

  it("finds no page that is closed, or open to strangers alone", async () => {
    for (const column of ["has_my_page", "is_open"]) {
      const set = (isSo: boolean) =>
        pool.query(`update public.contact_pages set ${column} = $2 where workspace_id = $1`, [
          world.workspaceId,
          isSo,
        ]);
      await set(false);
      await expect(askForMyPage(pool, slug, email)).rejects.toThrow("not_found");
      await set(true);
    }
  });
});

describe("the link of the mail", () => {
  it("opens once, is kept as a hash alone, and proves the address", async () => {
    const token = await signInToken(pool, slug, email);
    const headers = await enter(pool, token);
    expect(await visit(pool, headers, "my_page", {})).toMatchObject({ email });
    await expect(enter(pool, token)).rejects.toThrow("link_used");
    const kept = "select count(*)::integer from private.customer_sessions where hash = $1";
    expect(await value(pool, kept, [hashOf(String(headers["x-spur-customer"]))])).toBe(1);
    const proved =
      "select verified_at is not null from public.contact_points where party_id = $1 and kind = 'email'";
    expect(await value(pool, proved, [partyId])).toBe(true);
    const who =
      "select customer_id from public.change_history where party_id = $1 and op = 'update'";
    expect(await value(pool, who, [partyId])).toBe(partyId);
  });

  it("lets one of several in who open it in the same instant", async () => {
    const token = await signInToken(pool, slug, email);
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => enter(pool, token)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is refused when it is altered, too old, or the address is theirs no more", async () => {
    const token = await signInToken(pool, slug, email);
    const age = (by: string) =>
      pool.query(
        "update private.link_tokens set expires_at = now() + $2::interval where hash = $1",
        [hashOf(token), by],
      );
    await expect(enter(pool, `${token.slice(0, -1)}_`)).rejects.toThrow("link_invalid");
    await age("-1 second");
    await expect(enter(pool, token)).rejects.toThrow("link_expired");
    await age("1 minute");
    await pool.query("delete from public.contact_points where party_id = $1", [partyId]);
    await expect(enter(pool, token)).rejects.toThrow("link_invalid");
  });

  it("is not mailed when nobody waits for it any more", async () => {
    await askForMyPage(pool, slug, email);
    await pool.query(
      "update private.sign_in_requests set requested_at = now() - interval '2 hours' where email = $1",
      [email],
    );
    expect(await beginNewestMail(pool, "sign_in", email)).toBeNull();
  });
});

describe("a session", () => {
  it("is nobody's without its token, or with another one", async () => {
    await signIn();
    for (const headers of [{}, { "x-spur-customer": "" }, { "x-spur-customer": randomUUID() }]) {
      await expect(visit(pool, headers, "my_page", {})).rejects.toThrow("not_signed_in");
    }
  });

  it("ends on leaving, in this browser alone", async () => {
    const here = await signIn();
    const there = await signIn();
    await here.call("leave_my_page");
    await isOver(here);
    expect(await there.call("my_page")).toMatchObject({ email });
  });

  it("ends when its week is over", async () => {
    const customer = await signIn();
    const end = "update private.customer_sessions set expires_at = now() where party_id = $1";
    await pool.query(end, [partyId]);
    await isOver(customer);
  });

  it.each([
    "update public.contact_points set value = 'neu-' || value where party_id = $1",
    "update public.contact_points set valid = daterange(current_date - 9, current_date) where party_id = $1",
    "delete from public.parties where id = $1",
    `update public.contact_pages p set has_my_page = false from public.parties o
     where o.workspace_id = p.workspace_id and o.id = $1`,
    `update public.contact_pages p set is_open = false from public.parties o
     where o.workspace_id = p.workspace_id and o.id = $1`,
  ])("ends with what it stands on: %s", async (sql) => {
    const customer = await signIn();
    await pool.query(sql, [partyId]);
    await isOver(customer);
  });

  it("shows whoever shares the address, and nobody else", async () => {
    const company = await addCustomer(pool, world, {
      kind: "organization",
      email,
      name: "Rosa AG",
    });
    const foreign = await addCustomer(pool, world);
    const customer = await signIn();
    expect(await customer.call("my_page")).toMatchObject({
      party: { id: partyId },
      others: [{ id: company.partyId, name: "Rosa AG" }],
    });
    await customer.call("become_customer", { p_party_id: company.partyId });
    expect(await customer.call("my_page")).toMatchObject({ party: { id: company.partyId } });
    for (const id of [foreign.partyId, randomUUID()]) {
      const attempt = customer.call("become_customer", { p_party_id: id });
      await expect(attempt).rejects.toThrow("not_found");
    }
  });
});

it("a page shows how its owner is reached today by mail, phone and post", async () => {
  await addPoint(pool, world, partyId, { kind: "phone", value: "+4930123456" });
  await addPoint(pool, world, partyId, { kind: "web", value: "https://rosa.test" });
  await addPoint(pool, world, world.customerId, { kind: "phone", value: "+4930654321" });
  const customer = await signIn();
  const { contactPoints } = (await customer.call("my_page")) as { contactPoints: Row[] };
  expect(contactPoints.map((point) => [point.kind, point.value, point.isVerified])).toEqual([
    ["email", email, true],
    ["phone", "+4930123456", false],
  ]);
});
