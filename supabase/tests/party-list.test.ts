import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, as, call } from "./actors";
import { failure, openDatabase, value } from "./database";
import { createOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
/** Of nobody else, so that whole lists can be told. */
let world: World;
const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) ?? "";

const names = [
  "Zander",
  "Äpfel AG",
  "apfel KG",
  "Bauer",
  "Ötztal",
  "Ober",
  "Über",
  "Unter",
  "Straße",
];

beforeAll(async () => {
  world = await makeWorld(pool);
  for (const name of names) {
    const id = await value(
      pool,
      "insert into public.parties (workspace_id, kind, name) values ($1, 'organization', $2) returning id",
      [world.workspaceId, name],
    );
    ids.set(name, String(id));
  }
});

type Row = { id: string; name: string; [field: string]: unknown };
type Page = { rows: Row[]; next: [string, string] | null };

async function page(query: object, after: unknown = null, limit = 100, actor: Actor = world.owner) {
  return (await call(pool, actor, "party_page", {
    p_workspace_id: world.workspaceId,
    p_query: query,
    p_after: after && JSON.stringify(after),
    p_limit: limit,
  })) as Page;
}

/** All that a query shows, in pages of two. */
async function walk(query: object): Promise<Row[]> {
  const rows: Row[] = [];
  let after: Page["next"] = null;
  do {
    const next: Page = await page(query, after, 2);
    rows.push(...next.rows);
    after = next.next;
  } while (after !== null);
  return rows;
}

const shown = async (condition: object) =>
  (await page({ condition })).rows.map(({ name }) => name).sort();

const run = (sql: string, values: unknown[]) =>
  as(pool, world.owner, (database) => database.query(sql, values));

describe("a list of parties", () => {
  it("stands in the order of people, umlauts beside their letters", async () => {
    const { rows } = await page({});
    const listed = rows.map(({ name }) => name).filter((name) => names.includes(name));
    expect(listed).toEqual([
      "Äpfel AG",
      "apfel KG",
      "Bauer",
      "Ober",
      "Ötztal",
      "Straße",
      "Über",
      "Unter",
      "Zander",
    ]);
  });

  it.each([{ sort: "name" }, { sort: "created" }, { sort: "changed" }])(
    "by $sort has every party once, page by page, and backwards the same",
    async (query) => {
      const whole = await page(query);
      const forwards = await walk(query);
      expect(forwards).toEqual(whole.rows);
      expect(forwards.length).toBeGreaterThan(names.length);
      const backwards = await walk({ ...query, isDescending: true });
      expect(backwards.map(({ id }) => id)).toEqual(forwards.map(({ id }) => id).reverse());
    },
  );

  it("tells of each what a glance wants", async () => {
    const partyId = idOf("Bauer");
    const add = (kind: string, text: string, address: unknown, isPrimary: boolean) =>
      run(
        `insert into public.contact_points (workspace_id, party_id, kind, value, address, is_primary)
        values ($1, $2, $3, $4, $5, $6)`,
        [world.workspaceId, partyId, kind, text, address, isPrimary],
      );
    await add("email", "alt@bauer.example", null, false);
    await add("email", "hof@bauer.example", null, true);
    await add("postal", "", { city: "Köln", country: "DE" }, false);
    await run(
      "insert into public.party_roles (workspace_id, party_id, role_code) values ($1, $2, 'SUPPLIER')",
      [world.workspaceId, partyId],
    );
    await createOpportunity(pool, world, world.owner, {
      p_customer_id: partyId,
      p_team_id: world.teams.east,
    });
    const [row] = (await page({ condition: { text: "bauer" } })).rows;
    expect(row).toMatchObject({
      id: partyId,
      kind: "organization",
      roles: ["SUPPLIER"],
      classes: [],
      status: "active",
      isBlacklisted: false,
      openOpportunities: 1,
      contact: { email: { value: "hof@bauer.example" }, postal: { address: { city: "Köln" } } },
    });
    const [foreign] = (await page({ condition: { text: "bauer" } }, null, 9, world.otherRep)).rows;
    expect(foreign).toMatchObject({ id: partyId, openOpportunities: 0 });
  });

  it("is not told to strangers", async () => {
    const args = { p_workspace_id: world.workspaceId, p_query: {}, p_after: null, p_limit: 10 };
    const stranger = { userId: randomUUID() };
    expect(await failure(call(pool, stranger, "party_page", args))).toMatchObject({
      message: "workspace_not_found",
    });
  });
});

describe("a condition", () => {
  it("on the name finds its words by their beginnings, umlauts however they are written", async () => {
    expect(await shown({ text: "aepfel" })).toEqual(["apfel KG", "Äpfel AG"].sort());
    expect(await shown({ text: "STRASSE" })).toEqual(["Straße"]);
    expect(await shown({ text: "ag aep" })).toEqual(["Äpfel AG"]);
    expect(await shown({ text: "a" })).toContain("apfel KG");
    expect(await shown({ text: "pfel" })).toEqual([]);
    expect(await shown({ text: "%" })).toEqual([]);
  });

  it("on a role holds for those below it, today", async () => {
    const add = (name: string, code: string, valid: string) =>
      run(
        "insert into public.party_roles (workspace_id, party_id, role_code, valid) values ($1, $2, $3, $4)",
        [world.workspaceId, idOf(name), code, valid],
      );
    await add("Ober", "BILL_TO_CUSTOMER", "[2020-01-01,)");
    await add("Unter", "CUSTOMER", "[2020-01-01,2021-01-01)");
    expect(await shown({ roles: ["CUSTOMER"] })).toContain("Ober");
    expect(await shown({ roles: ["CUSTOMER"] })).not.toContain("Unter");
    expect(await shown({ roles: ["CUSTOMER"], kinds: ["person"] })).toEqual([]);
  });

  it("on owner, status and source knows also those without", async () => {
    await run(
      "update public.parties set owner_id = $2, source = 'EMAIL', status = 'inactive' where id = $1",
      [idOf("Über"), world.owner.memberId],
    );
    expect(await shown({ ownerIds: [world.owner.memberId] })).toEqual(["Über"]);
    expect(await shown({ ownerIds: ["none"] })).toContain("Unter");
    expect(await shown({ ownerIds: ["none"] })).not.toContain("Über");
    expect(await shown({ sources: ["EMAIL"] })).toEqual(["Über"]);
    expect(await shown({ statuses: ["inactive"] })).toEqual(["Über"]);
    expect(await shown({ sources: ["none"], text: "über" })).toEqual([]);
  });
});

describe("many parties at once", () => {
  const assign = (all: string[], ownerId: string | null, mutationId: string = randomUUID()) =>
    call(pool, world.colleague, "assign_parties", {
      p_workspace_id: world.workspaceId,
      p_ids: all,
      p_owner_id: ownerId,
      p_mutation_id: mutationId,
    });
  const classify = async (all: string[], code: string, reason: string | null) =>
    (await call(pool, world.colleague, "class_parties", {
      p_workspace_id: world.workspaceId,
      p_ids: all,
      p_class_code: code,
      p_reason: reason,
      p_mutation_id: randomUUID(),
    })) as string[];

  const takeOff = (all: string[], mutationId: string = randomUUID()) =>
    call(pool, world.colleague, "unclass_parties", {
      p_workspace_id: world.workspaceId,
      p_ids: all,
      p_mutation_id: mutationId,
    });

  it("are given to somebody, which says whose they were, and is done once", async () => {
    const mutationId = randomUUID();
    const both = [idOf("Zander"), idOf("Ötztal")];
    const { memberId } = world.manager;
    expect(await assign(both, memberId, mutationId)).toEqual([
      { ownerId: null, ids: expect.arrayContaining(both) },
    ]);
    await assign(both, world.owner.memberId);
    expect(await assign(both, memberId, mutationId)).toEqual([]);
    expect(await shown({ ownerIds: [memberId] })).toEqual([]);
  });

  it("are all changed or none", async () => {
    const { memberId } = world.marketing;
    expect(await failure(assign([idOf("Zander"), randomUUID()], memberId))).toMatchObject({
      message: "party_not_found",
    });
    expect(await failure(classify([idOf("Zander"), randomUUID()], "VALUE_A", null))).toMatchObject({
      message: "party_not_found",
    });
    expect(await shown({ ownerIds: [memberId] })).toEqual([]);
    expect(await shown({ classes: ["VALUE_A"] })).toEqual([]);
  });

  it("take a new value in place of the old, and stay what they are", async () => {
    const both = [idOf("Zander"), idOf("Ober")];
    expect(await classify([idOf("Zander")], "VALUE_B", "Frühjahr")).toHaveLength(1);
    expect(await classify(both, "VALUE_A", "Umsatz")).toHaveLength(2);
    expect(await classify(both, "VALUE_A", "Umsatz")).toEqual([]);
    expect(await shown({ classes: ["VALUE_A"] })).toEqual(["Ober", "Zander"]);
    expect(await shown({ classes: ["VALUE_B"] })).toEqual([]);
  });

  it("lose what one act put on and nothing else, and get back what it took the place of", async () => {
    const [small, large, free] = [idOf("Zander"), idOf("Ober"), idOf("Unter")];
    await classify([small], "SIZE_SMALL", "Handelsregister");
    await classify([large], "SIZE_LARGE", null);
    const put = await classify([small, large, free], "SIZE_LARGE", null);
    const mutationId = randomUUID();
    await takeOff(put, mutationId);
    expect(await shown({ classes: ["SIZE_LARGE"] })).toEqual(["Ober"]);
    expect(await shown({ classes: ["SIZE_SMALL"] })).toEqual(["Zander"]);
    expect(
      await value(
        pool,
        `select reason from public.party_classifications
         where party_id = $1 and class_code = 'SIZE_SMALL' and upper_inf(valid)`,
        [small],
      ),
    ).toBe("Handelsregister");

    // What somebody classed otherwise since is theirs, also where it is undone twice.
    await classify([small], "SIZE_MEDIUM", null);
    await takeOff(put, mutationId);
    await takeOff(put);
    expect(await shown({ classes: ["SIZE_MEDIUM"] })).toEqual(["Zander"]);
  });

  it("come onto the blacklist with a reason only, and everybody hears of it", async () => {
    const id = idOf("Unter");
    expect(await failure(classify([id], "BLACKLIST", null))).toMatchObject({ code: "23514" });
    await classify([id], "BLACKLIST", "Zahlt nicht");
    expect(await shown({ blacklisted: true })).toEqual(["Unter"]);
    expect(await shown({ blacklisted: false })).not.toContain("Unter");
    const told = await value(
      pool,
      "select count(*) from public.change_log where topic = $1 and entity = 'party' and $2 = any (ids)",
      [`workspace:${world.workspaceId}`, id],
    );
    expect(Number(told)).toBeGreaterThan(0);
  });
});
