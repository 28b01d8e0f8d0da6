import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
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

beforeAll(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
});

const caller = () => workspace.admin.caller;
const open = { from: "2020-01-01", until: null };

async function newParty(name: string, kind: "person" | "organization" = "organization") {
  const { id } = await caller().party.create({ kind, name });
  return some(id);
}

it("shows a party with all that is kept of it in one answer", async () => {
  const id = await newParty("Mustermann GmbH");
  const personId = await newParty("Maxinchen Musterfrau", "person");
  await caller().partyRole.add({ id: randomUUID(), partyId: id, code: "CUSTOMER", valid: open });
  await caller().partyRelationship.add({
    id: randomUUID(),
    typeCode: "EMPLOYMENT",
    fromId: id,
    toId: personId,
    title: "Buchhaltung",
    valid: open,
  });
  await caller().externalId.add({ id: randomUUID(), partyId: id, system: "DATEV", value: "10001" });
  await caller().contactPoint.addAddress({
    id: randomUUID(),
    mutationId: randomUUID(),
    partyId: id,
    address: { street: "Domplatz 1", postalCode: "50667", city: "Köln", country: "DE" },
  });
  expect(await rep.caller.party.byId({ id })).toMatchObject({
    party: { name: "Mustermann GmbH", kind: "organization", isBlacklisted: false },
    roles: [{ code: "CUSTOMER", valid: { from: "2020-01-01", until: null } }],
    relations: [
      {
        typeCode: "EMPLOYMENT",
        isFrom: true,
        otherRole: "EMPLOYEE",
        title: "Buchhaltung",
        party: { id: personId, name: "Maxinchen Musterfrau" },
      },
    ],
    contactPoints: [{ kind: "postal", shown: "Domplatz 1\n50667 Köln" }],
    externalIds: [{ system: "DATEV", value: "10001" }],
  });
});

it("merges edits of different fields and asks about the same", async () => {
  const id = await newParty("Zwei KG");
  const edit = (by: Actor, patch: { industry?: string; vatId?: string }) =>
    by.caller.party.update({ id, version: 1, patch, mutationId: randomUUID() });
  await edit(workspace.admin, { industry: "Brauerei" });
  expect(await edit(rep, { vatId: "de 123.456.789" })).toMatchObject({
    status: "saved",
    party: { industry: "Brauerei", vatId: "DE123456789" },
  });
  expect(await edit(rep, { industry: "Bäckerei" })).toMatchObject({
    status: "conflict",
    fields: { industry: { base: null, yours: "Bäckerei", theirs: "Brauerei" } },
  });
});

describe("periods", () => {
  it("that overlap, are empty or turned round are refused with their reason", async () => {
    const partyId = await newParty("Zeit AG");
    const role = (from: string | null, until: string | null) =>
      codeOf(
        caller().partyRole.add({
          id: randomUUID(),
          partyId,
          code: "SUPPLIER",
          valid: { from, until },
        }),
      );
    expect(await role("2024-01-01", "2025-01-01")).toBe("ok");
    expect(await role("2025-01-01", null)).toBe("ok");
    expect(await role("2024-12-31", "2025-01-01")).toBe("period_overlaps");
    expect(await role("2024-01-01", "2024-01-01")).toBe("invalid_input");
    expect(await role("2024-01-01", "2023-01-01")).toBe("invalid_input");
  });

  it("end when they are told to, by whoever saw the newest", async () => {
    const partyId = await newParty("Ende AG");
    const id = randomUUID();
    await caller().partyRole.add({ id, partyId, code: "PARTNER", valid: open });
    const end = (version: number) =>
      codeOf(
        rep.caller.partyRole.setPeriod({
          id,
          version,
          valid: { from: "2020-01-01", until: "2024-01-01" },
        }),
      );
    expect(await end(1)).toBe("ok");
    expect(await end(1)).toBe("conflict");
  });
});

describe("the blacklist", () => {
  it("is told with reason and author, and taken off once", async () => {
    const partyId = await newParty("Zahltnicht AG");
    const id = randomUUID();
    await rep.caller.classification.add({
      id,
      partyId,
      code: "BLACKLIST",
      reason: "Rechnung 17 nicht bezahlt",
    });
    const listed = await caller().party.byId({ id: partyId });
    expect(listed).toMatchObject({
      party: { isBlacklisted: true },
      classifications: [{ code: "BLACKLIST", reason: "Rechnung 17 nicht bezahlt", until: null }],
    });
    await caller().classification.end({ id, version: 1 });
    await rep.caller.classification.end({ id, version: 1 });
    expect(await caller().party.byId({ id: partyId })).toMatchObject({
      party: { isBlacklisted: false },
      classifications: [{ until: expect.any(String) }],
    });
  });
});

it("replaces a value rating by the new one and keeps that it was", async () => {
  const partyId = await newParty("Wert AG");
  for (const code of ["VALUE_A", "VALUE_B"]) {
    await caller().classification.add({ id: randomUUID(), partyId, code, reason: null });
  }
  const { classifications } = await caller().party.byId({ id: partyId });
  expect(classifications.map(({ code, until }) => [code, until !== null])).toEqual([
    ["VALUE_B", false],
    ["VALUE_A", true],
  ]);
});

it("tells who changed what, newest first, in pages", async () => {
  const id = await newParty("Geschichte AG");
  await rep.caller.party.update({
    id,
    version: 1,
    patch: { note: "Neu", revenue: "1000000.5", revenueCurrency: "EUR" },
    mutationId: randomUUID(),
  });
  const first = await caller().party.history({ id, limit: 1 });
  expect(first.items).toMatchObject([{ op: "update", changes: { revenue: [null, "1000000.5"] } }]);
  const second = await caller().party.history({ id, limit: 1, cursor: first.nextCursor });
  expect(second.items).toMatchObject([{ entity: "party", op: "insert" }]);
});

it("lets a workspace have roles and classes of its own", async () => {
  const partyId = await newParty("Eigen AG");
  const { code } = await caller().partyRole.createType({
    name: "Stammgast",
    parentCode: "CUSTOMER",
  });
  await rep.caller.partyRole.add({ id: randomUUID(), partyId, code, valid: open });
  const { roles, roleTypes } = await rep.caller.party.byId({ id: partyId });
  expect(roles).toMatchObject([{ code }]);
  expect(roleTypes).toContainEqual({ code, parentCode: "CUSTOMER", name: "Stammgast" });
  expect(await codeOf(rep.caller.partyRole.createType({ name: "Neu", parentCode: null }))).toBe(
    "forbidden",
  );
});
