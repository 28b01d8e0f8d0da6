import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { SpurError } from "../errors";
import {
  type Actor,
  codeOf,
  connectToTestStack,
  join,
  newWorkspace,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let rep: Actor;
let colleague: Actor;
beforeEach(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
  colleague = await join(workspace, "rep");
});

const newLead = (given: object = {}) => ({
  id: randomUUID(),
  mutationId: randomUUID(),
  name: "Petra Probe",
  kind: "person" as const,
  timeZone: "Europe/Berlin",
  ...given,
});

const conversion = (id: string) => ({
  id,
  opportunityId: randomUUID(),
  mutationId: randomUUID(),
  stageId: workspace.stages.open,
  name: "Probelieferung",
  currency: "EUR",
});

it("is added with what was typed, once, and found in the queue", async () => {
  const input = newLead({ contact: "030 123456", companyName: "Probe & Söhne", source: "EMAIL" });
  await rep.caller.lead.add(input);
  await rep.caller.lead.add(input);
  const { items } = await colleague.caller.lead.list({ queues: ["unassigned"] });
  expect(items).toMatchObject([
    {
      id: input.id,
      status: "new",
      party: { name: "Petra Probe" },
      organization: { name: "Probe & Söhne" },
      contactPoint: { shown: "+49 30 123456", href: "tel:+4930123456" },
      source: "EMAIL",
    },
  ]);
  expect(await codeOf(rep.caller.lead.add(newLead({ contact: "ruf an" })))).toBe(
    "contact_not_readable",
  );
});

it("is of the very party that was chosen among those of the same name", async () => {
  const { party } = rep.caller;
  const ids = [randomUUID(), randomUUID()] as const;
  const companyIds = [randomUUID(), randomUUID()] as const;
  const common = { contacts: [], timeZone: "Europe/Berlin" };
  for (const id of ids) {
    const mutationId = randomUUID();
    await party.add({ ...common, id, mutationId, kind: "person", name: "Petra Probe" });
  }
  for (const id of companyIds) {
    const mutationId = randomUUID();
    await party.add({ ...common, id, mutationId, kind: "organization", name: "Probe & Söhne" });
  }
  const [partyId, companyId] = [ids[1], companyIds[1]];
  const { lead } = await rep.caller.lead.add(newLead({ partyId, companyId }));
  expect(lead).toMatchObject({ party: { id: partyId }, organization: { id: companyId } });
  const foreign = newLead({ partyId: randomUUID() });
  expect(await codeOf(rep.caller.lead.add(foreign))).toBe("reference_not_found");
});

it("is listed newest first, page by page, and counted where it waits", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) {
    const input = newLead({ name: `Lead ${n}` });
    await rep.caller.lead.add(input);
    ids.unshift(input.id);
  }
  await rep.caller.lead.take({ id: ids[1] ?? "", mutationId: randomUUID() });
  await rep.caller.lead.setStatus({
    id: ids[3] ?? "",
    mutationId: randomUUID(),
    status: "disqualified",
    reason: "Kein Bedarf",
  });
  const queues: ("unassigned" | "assigned")[] = ["unassigned", "assigned"];
  const first = await rep.caller.lead.list({ queues, limit: 3 });
  const second = await rep.caller.lead.list({ queues, limit: 3, cursor: first.nextCursor });
  const open = [ids[0], ids[1], ids[2], ids[4]];
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(open);
  expect(second.nextCursor).toBeNull();
  const { items: closed } = await rep.caller.lead.list({ queues: ["closed"] });
  expect(closed).toMatchObject([{ id: ids[3], disqualifiedReason: "Kein Bedarf" }]);
  expect(await rep.caller.lead.counts()).toEqual({ unassigned: 3, mine: 1, open: 4 });
  expect(await colleague.caller.lead.counts()).toEqual({ unassigned: 3, mine: 0, open: 4 });
});

it("is taken by one; the other hears who was faster", async () => {
  const { id } = newLead();
  await rep.caller.lead.add(newLead({ id }));
  const taken = await rep.caller.lead.take({ id, mutationId: randomUUID() });
  expect(taken.lead).toMatchObject({ id, queue: "assigned" });
  const late = await colleague.caller.lead.take({ id, mutationId: randomUUID() }).catch((e) => e);
  expect(late).toBeInstanceOf(SpurError);
  expect(late.spur).toEqual({ code: "lead_taken", who: expect.any(String) });
  // Back to the queue, and the colleague has it.
  await rep.caller.lead.assign({ ids: [id], ownerId: null, mutationId: randomUUID() });
  await colleague.caller.lead.take({ id, mutationId: randomUUID() });
  expect(await colleague.caller.lead.counts()).toMatchObject({ mine: 1 });
});

it("goes round in a team", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) {
    const input = newLead();
    await rep.caller.lead.add(input);
    ids.push(input.id);
  }
  const { leads } = await workspace.admin.caller.lead.assignRoundRobin({
    ids,
    teamId: workspace.teamId,
    mutationId: randomUUID(),
  });
  expect(leads.every(({ ownerId }) => ownerId !== null)).toBe(true);
});

it("is edited based on what was seen, and asks for a reason to be ended", async () => {
  const { id } = newLead();
  await rep.caller.lead.add(newLead({ id }));
  const edit = { id, version: 1, patch: { note: "Ruft zurück", source: "CAMPAIGN" as const } };
  expect(await rep.caller.lead.update(edit)).toEqual({ id, version: 2 });
  expect(await codeOf(colleague.caller.lead.update(edit))).toBe("conflict");
  expect(await rep.caller.lead.byId({ id })).toMatchObject({ note: "Ruft zurück", version: 2 });
});

it("is converted once by however many, with what was said about it", async () => {
  const { id } = newLead();
  await rep.caller.lead.add(newLead({ id, companyName: "Probe & Söhne" }));
  const call = {
    id: randomUUID(),
    mutationId: randomUUID(),
    leadId: id,
    typeCode: "PHONE_COMMUNICATION" as const,
    body: "Will ein Angebot",
  };
  await colleague.caller.lead.log(call);
  expect(await rep.caller.lead.communications({ leadId: id })).toMatchObject([{ id: call.id }]);
  const answers = await Promise.all(
    [rep, colleague, rep, colleague].map(({ caller }) => caller.lead.convert(conversion(id))),
  );
  const [opportunityId, ...others] = new Set(answers.map(({ card }) => card?.id));
  expect(others).toEqual([]);
  const { items } = await rep.caller.communication.list({ opportunityId: opportunityId ?? "" });
  expect(items).toMatchObject([{ id: call.id, body: "Will ein Angebot" }]);
  expect(await rep.caller.lead.byId({ id })).toMatchObject({ status: "converted", opportunityId });
  expect(await rep.caller.lead.communications({ leadId: id })).toEqual([]);
  const status = { id, mutationId: randomUUID(), status: "working" as const };
  expect(await codeOf(rep.caller.lead.setStatus(status))).toBe("lead_closed");
});

it("names parties that may be the same", async () => {
  await rep.caller.lead.add(newLead({ name: "Probe & Söhne GmbH", kind: "organization" }));
  const input = newLead({ name: "Petra", companyName: "Probe KG", contact: "petra@probe.example" });
  await rep.caller.lead.add(input);
  await rep.caller.lead.add(newLead({ name: "P. Probe", contact: "petra@probe.example" }));
  const twins = await rep.caller.lead.twins({ id: input.id });
  expect(twins.map(({ name }) => name)).toEqual(["P. Probe", "Probe & Söhne GmbH"]);
});

it("is not there for strangers", async () => {
  const { id } = newLead();
  await rep.caller.lead.add(newLead({ id }));
  const { caller } = (await newWorkspace()).admin;
  expect(await codeOf(caller.lead.byId({ id }))).toBe("lead_not_found");
  expect(await codeOf(caller.lead.communications({ leadId: id }))).toBe("lead_not_found");
  expect(await codeOf(caller.lead.delete({ id, mutationId: randomUUID() }))).toBe("lead_not_found");
  expect((await caller.lead.list({ queues: ["unassigned"] })).items).toEqual([]);
});

it("tells who changed what of it, newest first and a page at a time, to whoever sees it", async () => {
  const input = newLead();
  await rep.caller.lead.add(input);
  const { id } = input;
  await rep.caller.lead.update({ id, version: 1, patch: { note: "Ruft zurück" } });
  await rep.caller.lead.take({ id, mutationId: randomUUID() });
  const [membership] = (await rep.caller.session.current())?.memberships ?? [];
  const newest = await colleague.caller.lead.history({ id, limit: 2 });
  expect(newest.items).toMatchObject([
    { op: "update", changes: { ownerId: [null, membership?.memberId] } },
    { op: "update", changes: { note: [null, "Ruft zurück"] } },
  ]);
  const oldest = await colleague.caller.lead.history({ id, limit: 2, cursor: newest.nextCursor });
  expect(oldest).toMatchObject({ items: [{ op: "insert" }], nextCursor: null });
  await rep.caller.lead.update({ id, version: 3, patch: { isPrivate: true } });
  expect(await codeOf(colleague.caller.lead.history({ id }))).toBe("lead_not_found");
});
