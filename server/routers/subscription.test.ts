import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import {
  type Actor,
  codeOf,
  connectToTestStack,
  join,
  newWorkspace,
  some,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let rep: Actor;
let listId: string;
beforeEach(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
  const made = await workspace.admin.caller.contactList.create({
    id: randomUUID(),
    mutationId: randomUUID(),
    kind: "newsletter",
    names: { de: "Neuigkeiten" },
    descriptions: null,
    isOffered: false,
  });
  listId = made.id;
});

async function newParty(name: string, email?: string): Promise<string> {
  const { id: partyId } = await rep.caller.party.create({ kind: "person", name });
  if (email === undefined) return partyId;
  await rep.caller.contactPoint.add({
    id: randomUUID(),
    mutationId: randomUUID(),
    partyId,
    text: email,
    timeZone: "Europe/Berlin",
  });
  return partyId;
}

const add = (partyIds: string[], mutationId: string = randomUUID()) =>
  rep.caller.subscription.add({ listId, partyIds, mutationId });

it("tells of each that was to be put on a list what became of it", async () => {
  const anna = await newParty("Anna Alt", "anna@spur.test");
  const nils = await newParty("Nils Neu", "nils@spur.test");
  const mute = await newParty("Ohne Adresse");
  const blacklisted = await newParty("Bernd Bös", "bernd@spur.test");
  await rep.caller.classification.add({
    id: randomUUID(),
    partyId: blacklisted,
    code: "BLACKLIST",
    reason: "Zahlt nicht",
  });
  const mutationId = randomUUID();
  const counts = { asked: 0, already: 0, declined: 0, leftOut: 0, withoutEmail: 0 };
  expect((await add([anna, nils], mutationId)).outcomes).toEqual({ ...counts, asked: 2 });
  expect((await add([anna, nils], mutationId)).outcomes).toBeNull();

  const { items } = await rep.caller.subscription.list({ listId });
  await rep.caller.subscription.unsubscribe({
    id: some(items.find(({ party }) => party.id === nils)).id,
  });
  expect((await add([anna, nils, mute, blacklisted])).outcomes).toEqual({
    asked: 0,
    already: 1,
    declined: 1,
    leftOut: 1,
    withoutEmail: 1,
  });
});

it("tells what a view of the parties would bring, and brings that", async () => {
  await newParty("Anna Alt", "anna@spur.test");
  await newParty("Nils Neu", "nils@spur.test");
  await newParty("Neu ohne Adresse");
  const query = { sort: "name", isDescending: false, condition: { text: "Neu" } } as const;
  const outcomes = { asked: 1, already: 0, declined: 0, leftOut: 0, withoutEmail: 1 };
  const { foresee, addListed, list } = rep.caller.subscription;
  expect(await foresee({ listId, query })).toEqual({ size: 2, isMore: false, outcomes });
  const page = await addListed({ listId, query, mutationId: randomUUID() });
  expect(page).toEqual({ size: 2, outcomes, nextCursor: null });
  expect((await list({ listId })).items).toMatchObject([{ email: "nils@spur.test" }]);
});

it("comes from a file with its proof, by marketing and admins, once however often it is sent", async () => {
  await newParty("Anna Alt", "anna@spur.test");
  const rows = [
    { email: "Anna@Spur.test ", name: "Anna", wording: "Ja, gern.", givenOn: "2024-03-09" },
    { email: "nils@spur.test", name: "Nils Neu", wording: "Ja, gern.", givenOn: "2024-03-10" },
  ];
  const piece = { id: randomUUID(), piece: 0, listId, proof: "Ordner 3", rows };
  expect(await codeOf(rep.caller.subscription.import(piece))).toBe("forbidden");
  const marketing = await join(workspace, "marketing");
  const told = await marketing.caller.subscription.import(piece);
  expect(told).toEqual({
    accepted: 2,
    added: 1,
    already: 0,
    declined: 0,
    leftOut: 0,
    undeliverable: 0,
  });
  expect(await marketing.caller.subscription.import(piece)).toEqual(told);
  const { items } = await rep.caller.subscription.list({ listId });
  expect(items.map(({ email, status }) => [email, status]).sort()).toEqual([
    ["anna@spur.test", "accepted"],
    ["nils@spur.test", "accepted"],
  ]);
  const { consents } = await rep.caller.subscription.history({
    id: some(items.find(({ email }) => email === "anna@spur.test")).id,
  });
  expect(consents).toMatchObject([
    { origin: "import", wording: "Ja, gern.", proof: "Ordner 3", givenOn: "2024-03-09" },
  ]);
});

it("is listed in pages, and found by name, by a part of the address, and by its state", async () => {
  const names = ["Anna Alt", "Öhlmann, Nils", "Petra Probe"];
  for (const [place, name] of names.entries()) {
    await add([await newParty(name, `kunde-${place}@spur.test`)]);
  }
  const { list, unsubscribe } = rep.caller.subscription;
  const first = await list({ listId, limit: 2 });
  expect(first.items.map(({ party }) => party.name)).toEqual(["Petra Probe", "Öhlmann, Nils"]);
  const second = await list({ listId, limit: 2, cursor: first.nextCursor });
  expect(second.items).toMatchObject([{ party: { name: "Anna Alt" }, status: "pending" }]);
  expect(second.nextCursor).toBeNull();

  const foundBy = async (text: string) =>
    (await list({ listId, text })).items.map(({ party }) => party.name);
  expect(await foundBy("ohlmann nils")).toEqual(["Öhlmann, Nils"]);
  expect(await foundBy("Al")).toEqual(["Anna Alt"]);
  expect(await foundBy("KUNDE-2@")).toEqual(["Petra Probe"]);
  expect(await foundBy("!")).toEqual([]);

  await unsubscribe({ id: some(second.items[0]).id });
  await unsubscribe({ id: some(second.items[0]).id });
  expect((await list({ listId, statuses: ["unsubscribed"] })).items).toHaveLength(1);
  expect((await list({ listId, statuses: ["pending", "accepted"] })).items).toHaveLength(2);
});

it("keeps who took them on and off, when, and under which address", async () => {
  await add([await newParty("Anna Alt", "anna@spur.test")]);
  const [subscription] = (await rep.caller.subscription.list({ listId })).items;
  const { id } = some(subscription);
  await workspace.admin.caller.subscription.unsubscribe({ id });
  const { party, status, consents } = await rep.caller.subscription.history({ id });
  expect([party.name, status]).toEqual(["Anna Alt", "unsubscribed"]);
  expect(consents).toMatchObject([
    { status: "unsubscribed", origin: "member", actor: { name: "Max Mustermann" } },
    {
      status: "pending",
      origin: "member",
      email: "anna@spur.test",
      actor: { name: "Erika Musterfrau" },
    },
  ]);
});

it("is told of a party: on which lists it stands, since when, and how that came", async () => {
  const partyId = await newParty("Anna Alt", "anna@spur.test");
  await add([partyId]);
  const { ofParty, unsubscribe } = rep.caller.subscription;
  const [asked] = await ofParty({ partyId });
  expect(asked).toMatchObject({
    status: "pending",
    list: { id: listId, names: { de: "Neuigkeiten" } },
    consents: [{ origin: "member", actor: { name: "Erika Musterfrau" } }],
  });
  await unsubscribe({ id: some(asked).id });
  const [left] = await ofParty({ partyId });
  expect(left).toMatchObject({ status: "unsubscribed" });
  expect(left?.consents).toHaveLength(1);
  const stranger = (await newWorkspace()).admin;
  expect(await stranger.caller.subscription.ofParty({ partyId })).toEqual([]);
});

it("is nothing to whoever is of another workspace, nor are their parties to this one", async () => {
  await add([await newParty("Anna Alt", "anna@spur.test")]);
  const [subscription] = (await rep.caller.subscription.list({ listId })).items;
  const { id } = some(subscription);
  const { caller } = (await newWorkspace()).admin;
  expect(await codeOf(caller.subscription.list({ listId }))).toBe("not_found");
  expect(await codeOf(caller.subscription.history({ id }))).toBe("not_found");
  expect(await codeOf(caller.subscription.unsubscribe({ id }))).toBe("not_found");
  const theirs = await caller.party.create({ kind: "person", name: "Fremde Frau" });
  const { outcomes } = await add([theirs.id]);
  expect(Object.values(some(outcomes))).toEqual([0, 0, 0, 0, 0]);
});

it("is not made on an archived list", async () => {
  const patch = { isArchived: true };
  await workspace.admin.caller.contactList.update({ id: listId, version: 1, patch });
  const partyId = await newParty("Anna Alt", "anna@spur.test");
  expect(await codeOf(add([partyId]))).toBe("reference_not_found");
});
