import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PartyCondition, PartyQuery } from "@/domain/party-query";
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
const ids = new Map<string, string>();
const names = ["Ärzte Nord", "Anker", "Zoll", "Öl AG"];
const idOf = (name: string) => some(ids.get(name));

beforeAll(async () => {
  workspace = await newWorkspace();
  rep = await join(workspace, "rep");
  for (const name of names) {
    const { id } = await workspace.admin.caller.party.create({ kind: "organization", name });
    ids.set(name, some(id));
  }
});

const list = () => rep.caller.partyList;
const queryFor = (condition: PartyCondition, order: Partial<PartyQuery> = {}): PartyQuery => ({
  sort: "name",
  isDescending: false,
  ...order,
  condition,
});
const shown = async (condition: PartyCondition) =>
  (await list().page({ query: queryFor(condition), limit: 100 })).rows.map(({ name }) => name);

describe("a list of parties", () => {
  it("comes page by page, the first with what its codes and ids stand for", async () => {
    const query = queryFor({ kinds: ["organization"] });
    const first = await list().page({ query, limit: 2 });
    expect(first.rows.map(({ name }) => name)).toEqual(["Anker", "Ärzte Nord"]);
    expect(first.frame?.members).toHaveLength(2);
    expect(first.frame?.roleTypes.some(({ code }) => code === "CUSTOMER")).toBe(true);
    const second = await list().page({ query, cursor: first.nextCursor, limit: 100 });
    expect(second.rows.map(({ name }) => name)).toEqual(["Muster GmbH", "Öl AG", "Zoll"]);
    expect(second).toMatchObject({ nextCursor: null, frame: null });
  });

  it("is counted, and exported in longer pages of the same rows", async () => {
    const query = queryFor({ kinds: ["organization"] }, { isDescending: true });
    expect(await list().count({ query })).toEqual({ count: 5, isMore: false });
    const { rows } = await list().export({ query, limit: 1000 });
    expect(rows.map(({ name }) => name)).toEqual([
      "Zoll",
      "Öl AG",
      "Muster GmbH",
      "Ärzte Nord",
      "Anker",
    ]);
  });

  it("has numbers that can be read and called", async () => {
    await workspace.admin.caller.contactPoint.add({
      id: randomUUID(),
      mutationId: randomUUID(),
      partyId: idOf("Zoll"),
      text: "0221 9876543",
      timeZone: "Europe/Berlin",
    });
    const [row] = await list().rows({ ids: [idOf("Zoll"), randomUUID()] });
    expect(row).toMatchObject({
      name: "Zoll",
      phone: { shown: "+49 221 9876543", href: "tel:+492219876543" },
      email: null,
      town: null,
    });
  });

  it("refuses a place that is no place", async () => {
    const page = (cursor: [string, string]) =>
      codeOf(list().page({ query: queryFor({}, { sort: "created" }), cursor, limit: 10 }));
    expect(await page(["gestern oder so", randomUUID()])).toBe("invalid_input");
    expect(await page(["2026-01-01T00:00:00Z", randomUUID()])).toBe("ok");
  });
});

describe("many at once", () => {
  it("are assigned, and given back to whose they were", async () => {
    const both = [idOf("Anker"), idOf("Zoll")];
    const assign = (ownerId: string | null, of: string[] = both) =>
      list().assign({ ids: of, ownerId, mutationId: randomUUID() });
    const earlier = await assign(workspace.adminId);
    expect(await shown({ ownerIds: [workspace.adminId] })).toEqual(["Anker", "Zoll"]);
    for (const { ownerId, ids: of } of earlier) await assign(ownerId, of);
    expect(await shown({ ownerIds: [workspace.adminId] })).toEqual([]);
  });

  it("are blacklisted with a reason, and never without", async () => {
    const classify = (reason: string | null) =>
      list().classify({
        ids: [idOf("Öl AG")],
        code: "BLACKLIST",
        reason,
        mutationId: randomUUID(),
      });
    expect(await codeOf(classify(null))).toBe("invalid_input");
    const put = await classify("Zahlt nicht");
    expect(put.ids).toHaveLength(1);
    expect(await shown({ blacklisted: true })).toEqual(["Öl AG"]);
    await list().unclassify({ ...put, mutationId: randomUUID() });
    expect(await shown({ blacklisted: true })).toEqual([]);
    expect(
      await codeOf(
        list().classify({
          ids: [idOf("Zoll")],
          code: "NOBODY_KNOWS",
          reason: null,
          mutationId: randomUUID(),
        }),
      ),
    ).toBe("reference_not_found");
  });
});

it("keeps the views of the list apart from those of the board", async () => {
  const { memberId } = some((await rep.caller.session.current())?.memberships[0]);
  const view = { id: randomUUID(), ownerId: memberId, name: "Kunden", isShared: false };
  await rep.caller.savedView.create({ ...view, kind: "parties", parameters: "role=CUSTOMER" });
  expect(await rep.caller.savedView.list()).toMatchObject([{ kind: "parties", name: "Kunden" }]);
});
