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
let marketing: Actor;
let rep: Actor;
beforeEach(async () => {
  workspace = await newWorkspace();
  marketing = await join(workspace, "marketing");
  rep = await join(workspace, "rep");
});

const newList = (names: { de?: string; en?: string } = { de: "Neuigkeiten" }) => ({
  id: randomUUID(),
  mutationId: randomUUID(),
  kind: "newsletter" as const,
  names,
  descriptions: null,
  isOffered: false,
});

it("is made once by marketing, named in either language, and read by everybody", async () => {
  const input = newList({ en: "News" });
  await marketing.caller.contactList.create(input);
  await marketing.caller.contactList.create(input);
  await workspace.admin.caller.contactList.create(
    newList({ de: "Ankündigungen", en: "What is on" }),
  );
  expect(await rep.caller.contactList.list()).toMatchObject([
    { names: { de: "Ankündigungen", en: "What is on" } },
    { id: input.id, names: { en: "News" }, archivedAt: null, counts: { accepted: 0, pending: 0 } },
  ]);
  expect(await codeOf(rep.caller.contactList.create(newList()))).toBe("forbidden");
  const manager = await join(workspace, "manager");
  expect(await codeOf(manager.caller.contactList.create(newList()))).toBe("forbidden");
});

it("is changed and archived under the version that was seen, and brought back", async () => {
  const { id } = await marketing.caller.contactList.create(newList());
  const { caller } = marketing;
  const patch = { names: { de: "Neues", en: "News" }, descriptions: { de: "Monatlich." } };
  const changed = await caller.contactList.update({ id, version: 1, patch });
  expect(await caller.contactList.byId({ id })).toMatchObject({ ...patch, kind: "newsletter" });
  const archive = { id, version: changed.version, patch: { isArchived: true } };
  expect(await codeOf(rep.caller.contactList.update(archive))).toBe("forbidden");
  const archived = await caller.contactList.update(archive);
  expect((await caller.contactList.byId({ id })).archivedAt).not.toBeNull();
  expect(await codeOf(caller.contactList.update(archive))).toBe("conflict");
  await caller.contactList.update({ id, version: archived.version, patch: { isArchived: false } });
  expect((await caller.contactList.byId({ id })).archivedAt).toBeNull();
});

it("counts who was asked, and who of them is left out", async () => {
  const { id } = await marketing.caller.contactList.create(newList());
  const { id: otherId } = await marketing.caller.contactList.create(newList({ de: "Anderes" }));
  const partyIds = [];
  for (const name of ["Anna Alt", "Nils Neu"]) {
    const { id: partyId } = await rep.caller.party.create({ kind: "person", name });
    await rep.caller.contactPoint.add({
      id: randomUUID(),
      mutationId: randomUUID(),
      partyId,
      text: `${randomUUID()}@spur.test`,
      timeZone: "Europe/Berlin",
    });
    partyIds.push(partyId);
  }
  await rep.caller.subscription.add({ listId: id, partyIds, mutationId: randomUUID() });
  await rep.caller.classification.add({
    id: randomUUID(),
    partyId: some(partyIds[0]),
    code: "BLACKLIST",
    reason: "Zahlt nicht",
  });
  const list = await rep.caller.contactList.byId({ id });
  expect(list.counts).toMatchObject({ pending: 2, accepted: 0, leftOut: 1 });
  const other = await rep.caller.contactList.byId({ id: otherId });
  expect(other.counts).toMatchObject({ pending: 0, leftOut: 0 });
});

it("is not found from another workspace", async () => {
  const { id } = await marketing.caller.contactList.create(newList());
  const stranger = (await newWorkspace()).admin;
  expect(await codeOf(stranger.caller.contactList.byId({ id }))).toBe("not_found");
  const rename = { id, version: 1, patch: { names: { de: "Fremd" } } };
  expect(await codeOf(stranger.caller.contactList.update(rename))).toBe("not_found");
  expect(await stranger.caller.contactList.list()).toEqual([]);
});
