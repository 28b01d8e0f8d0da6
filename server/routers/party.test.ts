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

it("searches nothing outside of the caller's workspaces", async () => {
  const stranger = await signIn((await newWorkspace()).admin.user, workspace.id);
  expect(await codeOf(stranger.caller.party.search({ text: "z" }))).toBe("workspace_not_found");
  const party = { kind: "organization", name: "Fremd" } as const;
  expect(await codeOf(stranger.caller.party.create(party))).toBe("forbidden");
});
