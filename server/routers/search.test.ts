import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import {
  connectToTestStack,
  newOpportunity,
  newWorkspace,
  signIn,
  type TestWorkspace,
} from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
let opportunityId: string;

beforeAll(async () => {
  workspace = await newWorkspace();
  const { caller } = workspace.admin;
  const opportunity = newOpportunity(workspace, "Überdachung Müller");
  await caller.opportunity.create(opportunity);
  opportunityId = opportunity.id;
  const { id: partyId } = await caller.party.create({ kind: "person", name: "Zita Groß" });
  await caller.contactPoint.add({
    id: randomUUID(),
    mutationId: randomUUID(),
    partyId,
    text: "030 123456",
    timeZone: "Europe/Berlin",
  });
  await caller.communication.log({
    id: randomUUID(),
    opportunityId,
    mutationId: randomUUID(),
    typeCode: "COMMENT_NOTE",
    body: "Die Traglast ist berechnet.",
  });
});

it("answers every kind with what tells why and what leads there", async () => {
  const { search } = workspace.admin.caller;
  const { hits, words } = await search.everything({ text: "ueberdachung" });
  expect(words).toEqual(["uberdachung"]);
  expect(hits).toMatchObject([
    { kind: "party", title: "Überdachung Müller KG", partyKind: "organization", company: null },
    {
      kind: "opportunity",
      id: opportunityId,
      customer: "Überdachung Müller KG",
      stage: "Neu",
      stageKind: "open",
      amount: "1000.5",
      currency: "EUR",
    },
  ]);
  expect((await search.everything({ text: "traglast" })).hits).toMatchObject([
    { kind: "communication", excerpt: "Die Traglast ist berechnet.", opportunityId },
  ]);
});

it("shows numbers as people write them", async () => {
  const { hits } = await workspace.admin.caller.search.everything({ text: "0301234" });
  expect(hits).toMatchObject([
    { title: "Zita Groß", contactPoint: { kind: "phone", value: "+49 30 123456" } },
  ]);
});

it("names the right spelling of what was mistyped", async () => {
  const { hits, words } = await workspace.admin.caller.search.everything({ text: "zita gorss" });
  expect(words).toContain("gross");
  expect(hits).toMatchObject([{ title: "Zita Groß" }]);
});

it("finds nothing outside of the caller's workspaces", async () => {
  const stranger = await signIn((await newWorkspace()).admin.user, workspace.id);
  const { hits } = await stranger.caller.search.everything({ text: "zita" });
  expect(hits).toEqual([]);
});
