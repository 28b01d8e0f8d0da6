import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { codeOf, connectToTestStack, join, newWorkspace } from "../testing";

connectToTestStack();

it("is listed in pages and found by address, for marketing and admins alone", async () => {
  const workspace = await newWorkspace();
  const { caller } = workspace.admin;
  const { id: listId } = await caller.contactList.create({
    id: randomUUID(),
    mutationId: randomUUID(),
    kind: "newsletter",
    names: { de: "Neuigkeiten" },
    descriptions: null,
    isOffered: false,
  });
  for (const name of ["anna", "bernd", "clara"]) {
    const { id: partyId } = await caller.party.create({ kind: "person", name });
    await caller.contactPoint.add({
      id: randomUUID(),
      mutationId: randomUUID(),
      partyId,
      text: `${name}@spur.test`,
      timeZone: "Europe/Berlin",
    });
    await caller.subscription.add({ listId, partyIds: [partyId], mutationId: randomUUID() });
  }
  const marketing = await join(workspace, "marketing");
  const first = await marketing.caller.mail.list({ limit: 2 });
  expect(first.items).toMatchObject([
    { recipient: "clara@spur.test", template: "confirm_subscription", party: { name: "clara" } },
    { recipient: "bernd@spur.test", status: "queued", lastError: null },
  ]);
  const second = await caller.mail.list({ limit: 2, cursor: first.nextCursor });
  expect(second.items.map(({ recipient }) => recipient)).toEqual(["anna@spur.test"]);
  expect(second.nextCursor).toBeNull();
  const found = await caller.mail.list({ text: "BERND@" });
  expect(found.items.map(({ recipient }) => recipient)).toEqual(["bernd@spur.test"]);

  for (const role of ["rep", "manager"] as const) {
    const member = await join(workspace, role);
    expect(await codeOf(member.caller.mail.list({}))).toBe("forbidden");
  }
  const stranger = (await newWorkspace()).admin;
  expect((await stranger.caller.mail.list({})).items).toEqual([]);
});
