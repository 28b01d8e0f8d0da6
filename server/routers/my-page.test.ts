import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { openDatabase } from "@/supabase/tests/database";
import {
  browserCookies,
  type Caller,
  callerWith,
  codeOf,
  connectToTestStack,
  newWorkspace,
  signedOutCaller,
  some,
  type TestWorkspace,
} from "../testing";
import { enterAsCustomer, mailedToken, openMyPages } from "../testing-customer";

connectToTestStack();
const database = openDatabase(2);
const timeZone = "Europe/Berlin";
let workspace: TestWorkspace;
let email: string;
let customer: Caller;

beforeEach(async () => {
  workspace = await newWorkspace();
  await openMyPages(database, workspace.id);
  email = `rosa.${randomUUID()}@post.test`;
  await workspace.admin.caller.party.add({
    id: randomUUID(),
    mutationId: randomUUID(),
    kind: "person",
    name: "Rosa Grünfeld",
    role: "CUSTOMER",
    contacts: [email, "030 901820"],
    timeZone,
  });
  ({ caller: customer } = await enterAsCustomer(database, workspace.slug, email));
});

type Correction = Parameters<Caller["myPage"]["correct"]>[0]["correction"];
const correct = (correction: Correction) =>
  customer.myPage.correct({ id: randomUUID(), correction });
const pointOf = async (kind: string) => {
  const { contactPoints } = await customer.myPage.read();
  const { id, version } = some(contactPoints.find((point) => point.kind === kind));
  return { contactPointId: id, version };
};

it("shows a customer what is known of them, and nobody without their session", async () => {
  expect(await customer.myPage.read()).toMatchObject({
    slug: workspace.slug,
    email,
    party: { name: "Rosa Grünfeld", givenName: "Rosa" },
    contactPoints: [
      { kind: "email", value: email, isVerified: true },
      { kind: "phone", value: "+4930901820", isVerified: false },
    ],
    responsible: [],
  });
  const forged = browserCookies();
  await forged.setAll([{ name: "spur-my", value: "A".repeat(43), options: {} }], {});
  for (const caller of [signedOutCaller(), callerWith(forged), workspace.admin.caller]) {
    expect(await codeOf(caller.myPage.read())).toBe("not_signed_in");
  }
});

it("corrects each field as the form sends it", async () => {
  const { party } = await customer.myPage.read();
  const place = await pointOf("phone");
  expect(await correct({ field: "phone", place, phone: "030 901821", timeZone })).toBe("applied");
  const again = await pointOf("phone");
  expect(await correct({ field: "mayContact", ...again, mayContact: true })).toBe("applied");
  const { version } = party;
  expect(await correct({ field: "language", version, language: "en" })).toBe("applied");
  const address = { street: "Domplatz 1", city: "Köln", country: "DE" };
  expect(await correct({ field: "address", place: null, address })).toBe("applied");
  const name = { salutation: null, title: "Dr.", givenName: "Rosa", familyName: "Blum" };
  const next = (await customer.myPage.read()).party.version;
  expect(await correct({ field: "name", version: next, name })).toBe("waiting");
  const { contactPoints, changes, party: now } = await customer.myPage.read();
  expect(now).toMatchObject({ language: "en", name: "Rosa Grünfeld" });
  expect(contactPoints).toMatchObject([
    { kind: "email" },
    { kind: "phone", value: "+4930901821", mayContact: true },
    { kind: "postal", address },
  ]);
  expect(changes).toMatchObject([{ field: "name", after: { title: "Dr.", family_name: "Blum" } }]);
  await customer.myPage.withdraw({ id: some(changes[0]).id });
  expect((await customer.myPage.read()).changes).toEqual([]);
});

it("says what is wrong with a correction", async () => {
  const place = await pointOf("phone");
  const unreadable = correct({ field: "phone", place, phone: "bald", timeZone });
  expect(await codeOf(unreadable)).toBe("contact_not_readable");
  const late = { ...place, version: place.version + 1 };
  const stale = correct({ field: "phone", place: late, phone: "030 901821", timeZone });
  expect(await codeOf(stale)).toBe("conflict");
  const own = correct({ field: "remove", kind: "email", ...(await pointOf("email")) });
  expect(await codeOf(own)).toBe("in_use");
  expect(await correct({ field: "remove", kind: "phone", ...place })).toBe("applied");
});

it("takes another e-mail once its link was opened, in whichever browser", async () => {
  const next = `neu.${randomUUID()}@post.test`;
  const place = await pointOf("email");
  expect(await correct({ field: "email", place, email: next })).toBe("unverified");
  expect((await customer.myPage.read()).email).toBe(email);
  const token = await mailedToken(database, "verify_email", next);
  expect(await signedOutCaller().myPage.verifyEmail({ token })).toMatchObject({
    slug: workspace.slug,
    email: next,
    status: "applied",
  });
  expect((await customer.myPage.read()).email).toBe(next);
  expect(await codeOf(signedOutCaller().myPage.verifyEmail({ token }))).toBe("link_used");
});

it("carries a talk between a customer and a member", async () => {
  const id = randomUUID();
  expect(await customer.myPage.write({ id, about: null, body: "Wann kommt es?" })).toBe("received");
  await workspace.admin.caller.communication.answer({
    id: randomUUID(),
    mutationId: randomUUID(),
    communicationId: id,
    body: "Am Montag.",
  });
  await customer.myPage.write({ id: randomUUID(), about: id, body: "Danke." });
  const { conversations } = await customer.myPage.read();
  expect(conversations).toMatchObject([
    {
      messages: [
        { body: "Wann kommt es?", direction: "incoming", author: null },
        { body: "Am Montag.", direction: "outgoing", author: "Max Mustermann" },
        { body: "Danke.", direction: "incoming" },
      ],
    },
  ]);
});

it("puts a customer on a list and takes them off", async () => {
  const listId = randomUUID();
  await workspace.admin.caller.contactList.create({
    id: listId,
    mutationId: randomUUID(),
    kind: "newsletter",
    names: { de: "Stoffbrief" },
    descriptions: null,
    isOffered: true,
  });
  expect(await customer.myPage.chooseList({ listId, isWanted: true })).toBe("accepted");
  expect((await customer.myPage.read()).lists).toMatchObject([{ isWanted: true, email }]);
  expect(await customer.myPage.chooseList({ listId, isWanted: false })).toBe("unsubscribed");
});

it("lets a customer take everything along, ask to be forgotten, and leave", async () => {
  expect(await customer.myPage.data()).toMatchObject({ heldBy: "Muster GmbH" });
  const { dueOn } = await customer.myPage.askForErasure();
  expect((await customer.myPage.read()).erasure).toMatchObject({ status: "open", dueOn });
  await customer.myPage.withdrawErasure();
  expect((await customer.myPage.read()).erasure).toBeNull();
  await customer.myPage.leave();
  expect(await codeOf(customer.myPage.read())).toBe("not_signed_in");
});

it("answers whoever asks the same, until they asked too often", async () => {
  for (const address of [email, `niemand.${randomUUID()}@post.test`]) {
    const ask = () =>
      signedOutCaller().myPage.ask({ slug: workspace.slug, email: address, locale: "en" });
    // The known one asked once already, on the way in.
    for (let i = address === email ? 1 : 0; i < 5; i++) expect(await ask()).toBe("asked");
    expect(await codeOf(ask())).toBe("too_many_requests");
  }
});
