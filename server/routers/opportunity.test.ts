import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import {
  type Actor,
  codeOf,
  connectToTestStack,
  join,
  newOpportunity,
  newWorkspace,
  some,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let rep: Actor;
beforeAll(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
});

const mutationId = () => randomUUID();

async function added(name?: string) {
  const input = newOpportunity(workspace, name);
  const { card } = await rep.caller.opportunity.create(input);
  return some(card);
}

it("makes an opportunity with its customer and contact, once", async () => {
  const input = { ...newOpportunity(workspace, "Küche"), contactName: "Maxinchen Musterfrau" };
  const { card } = await rep.caller.opportunity.create(input);
  expect(card).toMatchObject({
    name: "Küche",
    customerName: "Küche KG",
    amount: "1000.5",
    version: 1,
  });
  expect(await rep.caller.opportunity.create(input)).toEqual({ card });
});

it("shows all of one opportunity in one answer, with exact money", async () => {
  const card = await added("Halle");
  const amount = "999999999999999.9999";
  await rep.caller.opportunity.update({
    id: card.id,
    version: 1,
    patch: { amount },
    mutationId: mutationId(),
  });
  await rep.caller.opportunity.move({
    id: card.id,
    stageId: workspace.stages.quoted,
    afterId: null,
    beforeId: null,
    mutationId: mutationId(),
  });
  const opportunity = await rep.caller.opportunity.byId({ id: card.id });
  expect(opportunity).toMatchObject({
    amount,
    version: 3,
    stageId: workspace.stages.quoted,
    customer: { kind: "organization", name: "Halle KG" },
    contact: null,
    lostReason: null,
  });
  expect(opportunity.stays.map(({ stageId }) => stageId)).toEqual([
    workspace.stages.open,
    workspace.stages.quoted,
  ]);
  expect(opportunity.stays[0]?.leftAt).toBe(opportunity.stays[1]?.enteredAt);
});

it("shows no amount where there is none", async () => {
  const card = await added("Ohne Betrag");
  await rep.caller.opportunity.update({
    id: card.id,
    version: 1,
    patch: { amount: null },
    mutationId: mutationId(),
  });
  expect((await rep.caller.opportunity.byId({ id: card.id })).amount).toBeNull();
});

it("moves a card between two others", async () => {
  const [below, above, moved] = [await added("Unten"), await added("Oben"), await added("Neu")];
  const move = {
    id: moved.id,
    stageId: workspace.stages.open,
    afterId: above.id,
    beforeId: below.id,
    mutationId: mutationId(),
  };
  const { card } = await rep.caller.opportunity.move(move);
  expect(some(card).rank > above.rank && some(card).rank < below.rank).toBe(true);
  expect(await rep.caller.opportunity.move(move)).toEqual({ card });
});

it("keeps the reason of a loss", async () => {
  const { id } = await added("Verlust");
  const to = { id, stageId: workspace.stages.lost, afterId: null, beforeId: null };
  await rep.caller.opportunity.move({ ...to, mutationId: mutationId(), lostReason: "Zu teuer" });
  const lost = await rep.caller.opportunity.byId({ id });
  expect(lost.lostReason).toBe("Zu teuer");
  expect(lost.closedAt).not.toBeNull();
});

it("saves what nobody else touched and asks about the rest", async () => {
  const { id } = await added("Umbau");
  const edit = { id, version: 1 };
  const first = { patch: { name: "Umbau Nord", nextStep: "Anrufen" }, mutationId: mutationId() };
  await rep.caller.opportunity.update({ ...edit, ...first });
  const admin = workspace.admin.caller.opportunity;
  const apart = await admin.update({
    ...edit,
    patch: { probability: 70 },
    mutationId: mutationId(),
  });
  expect(apart).toMatchObject({ status: "saved", card: { name: "Umbau Nord", probability: 70 } });
  const clash = { nextStep: "Besuchen", amount: "7.5" };
  const asked = await admin.update({ ...edit, patch: clash, mutationId: mutationId() });
  expect(asked).toMatchObject({
    status: "conflict",
    version: 3,
    fields: { nextStep: { base: null, yours: "Besuchen", theirs: "Anrufen" } },
  });
});

it("tells in a conflict about money in exact decimals", async () => {
  const { id } = await added("Betrag");
  const edit = { id, version: 1 };
  const { opportunity } = rep.caller;
  await opportunity.update({ ...edit, patch: { amount: "0.1" }, mutationId: mutationId() });
  const asked = await opportunity.update({
    ...edit,
    patch: { amount: "20" },
    mutationId: mutationId(),
  });
  expect(asked).toMatchObject({
    fields: { amount: { base: "1000.5", yours: "20", theirs: "0.1" } },
  });
});

it("remembers who changed what, page by page", async () => {
  const { id } = await added("Verlauf");
  for (const [index, nextStep] of ["Eins", "Zwei"].entries()) {
    const patch = { nextStep, nextStepOn: "2026-12-31" };
    await rep.caller.opportunity.update({
      id,
      version: index + 1,
      patch,
      mutationId: mutationId(),
    });
  }
  const page = await workspace.admin.caller.opportunity.history({ id, limit: 2 });
  expect(page.items.map(({ changes }) => changes)).toEqual([
    { nextStep: ["Eins", "Zwei"] },
    { nextStep: [null, "Eins"], nextStepOn: [null, "2026-12-31"] },
  ]);
  expect(page.items[0]?.actorId).not.toBe(workspace.adminId);
  const rest = await rep.caller.opportunity.history({ id, limit: 2, cursor: page.nextCursor });
  expect(rest).toMatchObject({ items: [{ op: "insert", version: 1 }], nextCursor: null });
});

it("deletes once, and then it is gone", async () => {
  const { id } = await added("Weg");
  const deletion = { id, mutationId: mutationId() };
  expect(await rep.caller.opportunity.delete(deletion)).toEqual({ id });
  expect(await rep.caller.opportunity.delete(deletion)).toEqual({ id });
  expect(await codeOf(rep.caller.opportunity.byId({ id }))).toBe("opportunity_not_found");
  expect(await codeOf(rep.caller.opportunity.history({ id }))).toBe("opportunity_not_found");
});

it("lets marketing look and not touch", async () => {
  const { caller } = await join(workspace, "marketing");
  const { id } = await added("Nur lesen");
  expect((await caller.opportunity.byId({ id })).name).toBe("Nur lesen");
  expect(await codeOf(caller.opportunity.create(newOpportunity(workspace)))).toBe("forbidden");
  const edit = { id, version: 1, patch: { name: "Anders" }, mutationId: mutationId() };
  expect(await codeOf(caller.opportunity.update(edit))).toBe("forbidden");
});

it("hides what is private to somebody else", async () => {
  const input = { ...newOpportunity(workspace, "Privat"), isPrivate: true };
  await workspace.admin.caller.opportunity.create(input);
  expect(await codeOf(rep.caller.opportunity.byId({ id: input.id }))).toBe("opportunity_not_found");
});

it("names the people at the customer and the members who see the opportunity", async () => {
  const input = { ...newOpportunity(workspace, "Lager"), contactName: "Maxinchen Musterfrau" };
  const { card } = await rep.caller.opportunity.create(input);
  const people = await rep.caller.opportunity.people({ id: some(card).id });
  expect(people.related).toMatchObject([
    { kind: "person", name: "Maxinchen Musterfrau", roles: ["CONTACT"] },
  ]);
  expect(people.readers.map(({ email }) => email)).toContain(rep.user.email);
});

it("shows only its owner as a reader of a private opportunity, and no people to others", async () => {
  const colleague = await join(workspace, "rep");
  const input = { ...newOpportunity(workspace, "Geheim"), isPrivate: true };
  const { card } = await rep.caller.opportunity.create(input);
  const { id } = some(card);
  const { readers } = await rep.caller.opportunity.people({ id });
  expect(readers.map(({ email }) => email)).toEqual([rep.user.email]);
  expect(await codeOf(colleague.caller.opportunity.people({ id }))).toBe("opportunity_not_found");
});
