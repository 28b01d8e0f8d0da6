import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { codeOf, connectToTestStack, newWorkspace, signIn, type TestWorkspace } from "../testing";

connectToTestStack();
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await newWorkspace();
  const { party } = workspace.admin.caller;
  for (const name of [
    "Zimmerei Muster",
    "Zimmerei Beispiel",
    "100% Bio",
    "100 Dächer",
    "A*Stern",
  ]) {
    await party.create({ kind: "organization", name });
  }
  await party.create({ kind: "person", name: "Zita Muster", role: "CONTACT" });
});

const names = (found: { name: string }[]) => found.map(({ name }) => name);

it("finds by the first letters, whatever their case", async () => {
  const { party } = workspace.admin.caller;
  expect(names(await party.search({ text: " ZIMMEREI " }))).toEqual([
    "Zimmerei Beispiel",
    "Zimmerei Muster",
  ]);
  expect(names(await party.search({ text: "zi", kind: "person" }))).toEqual(["Zita Muster"]);
  expect(await party.search({ text: "uster" })).toEqual([]);
});

it("takes signs with a meaning for the database as what they are", async () => {
  const { party } = workspace.admin.caller;
  expect(names(await party.search({ text: "100%" }))).toEqual(["100% Bio"]);
  expect(names(await party.search({ text: "A*S" }))).toEqual(["A*Stern"]);
  for (const text of ["%", "_", "\\", "*)", '"', ",name.eq.x", "a,b)or(id.not.is.null"]) {
    expect(await party.search({ text })).toEqual([]);
  }
});

it("makes a party of a name once", async () => {
  const { party } = workspace.admin.caller;
  const first = await party.create({ kind: "organization", name: "Neu AG" });
  expect(await party.create({ kind: "organization", name: "neu  ag" })).toEqual(first);
});

const timeZone = "Europe/Berlin";
const newParty = (given: object = {}) => ({
  id: randomUUID(),
  mutationId: randomUUID(),
  kind: "person" as const,
  name: "Bärbel Übermut",
  contacts: [] as string[],
  timeZone,
  ...given,
});

it("adds a party with role, company and every way to reach it, once, also under a known name", async () => {
  const { party } = workspace.admin.caller;
  const input = newParty({
    role: "CUSTOMER",
    contacts: ["0221 / 47 11 08 15", "+49 221 47110815", "baerbel@uebermut.test", "uebermut.test"],
    companyName: "zimmerei  MUSTER",
  });
  await party.add(input);
  await party.add(input);
  const opened = await party.byId({ id: input.id });
  expect(opened.roles.map(({ code }) => code)).toEqual(["CUSTOMER"]);
  expect(opened.contactPoints.map(({ value }) => value).sort()).toEqual([
    "+4922147110815",
    "baerbel@uebermut.test",
    "https://uebermut.test/",
  ]);
  expect(opened.relations).toMatchObject([
    { typeCode: "CONTACT_REL", party: { name: "Zimmerei Muster" } },
  ]);
  const again = newParty();
  await party.add(again);
  expect(await party.byId({ id: again.id })).toMatchObject({ party: { name: input.name } });
});

it("adds all of a party or nothing", async () => {
  const { party } = workspace.admin.caller;
  const add = async (given: object) => {
    const input = newParty({ name: "Halb Fertig", ...given });
    const code = await codeOf(party.add(input));
    expect(await codeOf(party.byId({ id: input.id }))).toBe("party_not_found");
    return code;
  };
  expect(await add({ contacts: ["ruf an"] })).toBe("contact_not_readable");
  expect(await add({ role: "NOBODY" })).toBe("reference_not_found");
  expect(await add({ companyId: randomUUID() })).toBe("reference_not_found");
  const [person] = await party.search({ text: "Zita" });
  expect(await add({ companyId: person?.id })).toBe("reference_not_found");
  expect(await add({ companyId: randomUUID(), companyName: "X" })).toBe("invalid_input");
  const stranger = await signIn((await newWorkspace()).admin.user, workspace.id);
  expect(await codeOf(stranger.caller.party.add(newParty()))).toBe("forbidden");
});

it("tells who may be meant while somebody types, whatever the spelling of a number", async () => {
  const { party } = workspace.admin.caller;
  const known = newParty({ name: "Ängström Öl GmbH", kind: "organization" as const });
  await party.add({ ...known, contacts: ["030 / 901 820"] });
  const typed = { kind: "organization" as const, name: "", contacts: [] as string[], timeZone };
  const likely = { id: known.id, name: known.name, isBlacklisted: false };
  expect(await party.likely({ ...typed, name: "angstroem oel" })).toMatchObject([
    { ...likely, reasons: ["name"] },
  ]);
  const contacts = ["(030) 901-820", "halb@", "ruf an"];
  expect(await party.likely({ ...typed, name: "X", contacts })).toMatchObject([
    { ...likely, reasons: ["phone"] },
  ]);
  expect(await party.likely(typed)).toEqual([]);
  const stranger = await signIn((await newWorkspace()).admin.user, workspace.id);
  expect(await stranger.caller.party.likely({ ...typed, name: known.name, contacts })).toEqual([]);
});

it("searches nothing outside of the caller's workspaces", async () => {
  const stranger = await signIn((await newWorkspace()).admin.user, workspace.id);
  expect(await codeOf(stranger.caller.party.search({ text: "z" }))).toBe("workspace_not_found");
  const party = { kind: "organization", name: "Fremd" } as const;
  expect(await codeOf(stranger.caller.party.create(party))).toBe("forbidden");
});
