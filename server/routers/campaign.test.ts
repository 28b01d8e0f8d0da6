import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
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
let marketing: Actor;
let rep: Actor;
beforeEach(async () => {
  workspace = await newWorkspace();
  marketing = await join(workspace, "marketing");
  rep = await join(workspace, "rep");
});

const ids = () => ({ id: randomUUID(), mutationId: randomUUID() });
const newCampaign = () => ({
  ...ids(),
  name: "Herbststoffe",
  description: null,
  startsOn: "2026-09-01",
  endsOn: "2026-10-31",
  budget: "1234567890.1234",
  currency: "EUR",
});

it("is made once by marketing, read exactly by everybody, and chosen by name", async () => {
  const input = newCampaign();
  await marketing.caller.campaign.create(input);
  await marketing.caller.campaign.create(input);
  const { id } = input;
  expect(await rep.caller.campaign.list()).toMatchObject([
    { id, name: "Herbststoffe", status: "planned", budget: "1234567890.1234", sending: null },
  ]);
  expect(await rep.caller.campaign.byId({ id })).toMatchObject({ subjects: null, lists: [] });
  expect(await rep.caller.campaign.choices()).toEqual([
    { id, name: "Herbststoffe", status: "planned" },
  ]);
  expect(await codeOf(rep.caller.campaign.create(newCampaign()))).toBe("forbidden");
});

it("is changed under the version that was seen, and ends after it begins", async () => {
  const { id } = await marketing.caller.campaign.create(newCampaign());
  const { caller } = marketing;
  const edit = (version: number, patch: Parameters<typeof caller.campaign.update>[0]["patch"]) =>
    codeOf(caller.campaign.update({ id, version, mutationId: randomUUID(), patch }));
  expect(await edit(1, { endsOn: "2026-08-31" })).toBe("period_reversed");
  await caller.campaign.update({ ...ids(), id, version: 1, patch: { name: "Winterstoffe" } });
  expect(await edit(1, { name: "Sommerstoffe" })).toBe("conflict");
  expect(await rep.caller.campaign.byId({ id })).toMatchObject({ name: "Winterstoffe" });
});

it("is sent by marketing once it has a text and a list, whose readers are counted before", async () => {
  const { caller } = marketing;
  const { id } = await caller.campaign.create(newCampaign());
  expect(await codeOf(caller.campaign.send({ ...ids(), id }))).toBe("campaign_incomplete");
  const { id: listId } = await caller.contactList.create({
    ...ids(),
    kind: "newsletter",
    names: { de: "Stoffbrief" },
    descriptions: null,
    isOffered: false,
  });
  const patch = { subjects: { de: "Neu" }, bodies: { de: "Da." }, listIds: [listId] };
  await caller.campaign.update({ ...ids(), id, version: 1, patch });
  expect(await rep.caller.campaign.audience({ id })).toMatchObject({ size: 0, isMore: false });
  expect(await codeOf(rep.caller.campaign.send({ ...ids(), id }))).toBe("forbidden");
  await caller.campaign.send({ ...ids(), id });
  await caller.campaign.send({ ...ids(), id });
  expect(await rep.caller.campaign.byId({ id })).toMatchObject({
    status: "running",
    sending: { outcomes: { reached: 0 } },
    lists: [{ id: listId, names: { de: "Stoffbrief" } }],
  });
  expect(await rep.caller.campaign.report({ id })).toMatchObject({
    mails: { sent: 0, waiting: 0 },
    leads: { total: 0 },
    won: [],
  });
  await caller.campaign.stop({ ...ids(), id });
});
