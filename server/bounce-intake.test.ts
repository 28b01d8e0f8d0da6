import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { openDatabase, value } from "@/supabase/tests/database";
import { bounceAddress } from "./bounce-address";
import { takeBounce } from "./bounce-intake";
import { exchangeReport, postfixReport } from "./delivery-report-samples";
import { anonymousClient } from "./supabase";
import { connectToTestStack, join, newWorkspace, some } from "./testing";

connectToTestStack();
const bounces = { address: "bounce@spur.example", secret: "a secret of this test, long enough" };
process.env.SPUR_BOUNCE_ADDRESS = bounces.address;
process.env.SPUR_BOUNCE_SECRET = bounces.secret;

const pool = openDatabase(2);
let workspace: Awaited<ReturnType<typeof newWorkspace>>;
let email: string;
let mailId: string;

beforeAll(async () => {
  workspace = await newWorkspace();
  // As the worker does when it starts.
  await pool.query(
    `insert into private.secrets (name, value) values ('bounce', convert_to($1, 'utf8'))
     on conflict (name) do update set value = excluded.value`,
    [bounces.secret],
  );
});

beforeEach(async () => {
  email = `leser-${randomUUID()}@post.example`;
  const marketing = await join(workspace, "marketing");
  const list = await marketing.caller.contactList.create({
    id: randomUUID(),
    mutationId: randomUUID(),
    kind: "newsletter",
    names: { de: "Neuigkeiten" },
    descriptions: null,
    isOffered: false,
  });
  const { id: partyId } = await marketing.caller.party.create({
    kind: "person",
    name: `Lea ${email}`,
  });
  const mutationId = randomUUID();
  await marketing.caller.contactPoint.add({
    id: randomUUID(),
    mutationId,
    partyId,
    text: email,
    timeZone: "Europe/Berlin",
  });
  await marketing.caller.subscription.add({
    listId: list.id,
    partyIds: [partyId],
    mutationId: randomUUID(),
  });
  mailId = String(
    await value(
      pool,
      "update public.mails set status = 'sent', sent_at = now() where recipient = $1 returning id",
      [email],
    ),
  );
});

function post(body: string, authorization = `Bearer ${bounces.secret}`): Promise<Response> {
  return takeBounce(
    new Request("http://localhost:3000/api/mail/bounce", {
      method: "POST",
      body,
      headers: { authorization, "content-type": "message/rfc822" },
    }),
  );
}

async function state() {
  const { rows } = await pool.query(
    `select m.status as mail, s.status as subscription, c.bounced_at is not null as "isBounced",
       (select k.origin from public.consents k where k.subscription_id = s.id order by k.id desc limit 1) as origin
     from public.mails m join public.subscriptions s on s.id = m.subject_id
     join public.contact_points c on c.party_id = s.party_id where m.id = $1`,
    [mailId],
  );
  return some(rows[0]);
}

const untouched = {
  mail: "sent",
  subscription: "pending",
  isBounced: false,
  origin: "member",
};

it.each([
  ["Postfix", postfixReport],
  ["Exchange", exchangeReport],
])(
  "marks the address and its subscriptions when %s reports a failure for good",
  async (_, report) => {
    const text = report({ to: bounceAddress(mailId, bounces) });
    expect(await (await post(text)).json()).toEqual({ isNoted: true });
    expect(await state()).toEqual({
      mail: "bounced",
      subscription: "invalid",
      isBounced: true,
      origin: "bounce",
    });
    expect(await (await post(text)).json()).toEqual({ isNoted: false });
  },
);

it("leaves all as it is when mail only waits, is forged, altered or of nobody", async () => {
  const to = bounceAddress(mailId, bounces);
  const texts = [
    postfixReport({ to, status: "4.2.2", action: "delayed" }),
    postfixReport({ to, status: "4.4.7" }),
    postfixReport({ to: to.replace(/-[\da-f]{16}/, "-0123456789abcdef") }),
    postfixReport({ to: bounceAddress(randomUUID(), bounces) }),
    postfixReport({ to: bounces.address }),
    `To: ${to}\r\nSubject: Hallo\r\n\r\n550 5.1.1 gibt es nicht\r\n`,
  ];
  for (const text of texts) {
    expect(await (await post(text)).json()).toEqual({ isNoted: false });
  }
  expect(await state()).toEqual(untouched);
});

it("believes nobody without the secret, not even in the database", async () => {
  const text = postfixReport({ to: bounceAddress(mailId, bounces) });
  for (const said of ["", "Bearer ", `Bearer ${bounces.secret}x`, bounces.secret]) {
    expect((await post(text, said)).status).toBe(401);
  }
  const direct = await anonymousClient().rpc("take_bounce", {
    p_mail_id: mailId,
    p_detail: "5.1.1",
    p_signature: "0".repeat(64),
  });
  expect(direct.error?.message).toBe("forbidden");
  expect(await state()).toEqual(untouched);
});

it("takes no message that is too long", async () => {
  expect((await post("x".repeat(2_000_001))).status).toBe(413);
});
