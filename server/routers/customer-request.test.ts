import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { openDatabase } from "@/supabase/tests/database";
import {
  type Caller,
  codeOf,
  connectToTestStack,
  join,
  newWorkspace,
  some,
  type TestWorkspace,
} from "../testing";
import { enterAsCustomer, openMyPages } from "../testing-customer";

connectToTestStack();
const database = openDatabase(2);
let workspace: TestWorkspace;
let member: Caller;
let customer: Caller;
let partyId: string;

beforeEach(async () => {
  workspace = await newWorkspace();
  await openMyPages(database, workspace.id);
  member = (await join(workspace, "rep")).caller;
  const email = `rosa.${randomUUID()}@post.test`;
  partyId = randomUUID();
  await member.party.add({
    id: partyId,
    mutationId: randomUUID(),
    kind: "person",
    name: "Rosa Grünfeld",
    role: "CUSTOMER",
    contacts: [email],
    timeZone: "Europe/Berlin",
  });
  ({ caller: customer } = await enterAsCustomer(database, workspace.slug, email));
});

/** By default a new name waits for a member. */
async function askForName(familyName: string): Promise<string> {
  const id = randomUUID();
  const { version } = (await customer.myPage.read()).party;
  const name = { salutation: null, title: null, givenName: "Rosa", familyName };
  await customer.myPage.correct({ id, correction: { field: "name", version, name } });
  return id;
}

it("shows what waits, in the list and with the party, until somebody decides", async () => {
  const id = await askForName("Blum");
  const waiting = {
    id,
    status: "waiting",
    before: { family_name: "Grünfeld" },
    after: { family_name: "Blum" },
  };
  expect(await member.customerRequest.list()).toMatchObject({ waiting: [waiting], recent: [] });
  expect(await member.party.byId({ id: partyId })).toMatchObject({
    requests: { changes: [waiting], erasure: null },
  });
  expect(await member.customerRequest.decide({ id, isAccepted: true })).toEqual({
    status: "applied",
  });
  expect(await member.customerRequest.list()).toMatchObject({
    waiting: [],
    recent: [{ id, decidedBy: "Erika Musterfrau" }],
  });
  expect((await customer.myPage.read()).party.name).toBe("Rosa Blum");
});

it("says when a colleague was faster, or the customer took it back", async () => {
  const id = await askForName("Blum");
  await workspace.admin.caller.customerRequest.decide({ id, isAccepted: false });
  const late = member.customerRequest.decide({ id, isAccepted: true });
  expect(await codeOf(late)).toBe("conflict");
  const second = await askForName("Baum");
  await customer.myPage.withdraw({ id: second });
  const vain = member.customerRequest.decide({ id: second, isAccepted: true });
  expect(await codeOf(vain)).toBe("conflict");
});

it("shows in the history who changed what: the customer, or the member who accepted it", async () => {
  const { version } = (await customer.myPage.read()).party;
  const language = { field: "language", version, language: "en" } as const;
  await customer.myPage.correct({ id: randomUUID(), correction: language });
  const id = await askForName("Blum");
  await member.customerRequest.decide({ id, isAccepted: true });
  const history = await member.party.history({ id: partyId });
  const byField = (field: string) =>
    some(history.items.find((entry) => entry.op === "update" && field in entry.changes));
  expect(byField("language")).toMatchObject({ isByCustomer: true, actorId: null });
  expect(byField("familyName")).toMatchObject({ isByCustomer: false });
});

it("leaves it to managers and admins to answer who wants to be forgotten", async () => {
  const { dueOn } = await customer.myPage.askForErasure();
  const { erasures } = await member.customerRequest.list();
  expect(erasures).toMatchObject([{ status: "open", dueOn, party: { id: partyId } }]);
  const { id } = some(erasures[0]);
  const note = "Rechnungen sind zehn Jahre aufzubewahren.";
  const decline = (caller: Caller) =>
    caller.customerRequest.decideErasure({ id, status: "declined", note });
  expect(await codeOf(decline(member))).toBe("forbidden");
  const manager = (await join(workspace, "manager")).caller;
  await decline(manager);
  await decline(workspace.admin.caller);
  expect((await customer.myPage.read()).erasure).toMatchObject({ status: "declined", note });
  const done = manager.customerRequest.decideErasure({ id, status: "done" });
  expect(await codeOf(done)).toBe("conflict");
});
