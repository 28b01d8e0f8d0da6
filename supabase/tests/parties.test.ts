import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, as, call } from "./actors";
import { failure, one, openDatabase, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(6);
let world: World;

beforeAll(async () => {
  world = await makeWorld(pool);
});

async function addParty(name: string, kind: "person" | "organization" = "person"): Promise<string> {
  return String(
    await value(
      pool,
      "insert into public.parties (workspace_id, kind, name) values ($1, $2, $3) returning id",
      [world.workspaceId, kind, name],
    ),
  );
}

const run = (actor: Actor, sql: string, values: unknown[] = []) =>
  as(pool, actor, (database) => database.query(sql, values));

type Edit = { status: string; fields?: Record<string, unknown>; party: Record<string, unknown> };

async function edit(
  actor: Actor,
  id: string,
  version: number,
  patch: Record<string, unknown>,
  mutationId: string = randomUUID(),
): Promise<Edit> {
  return (await call(pool, actor, "update_party", {
    p_id: id,
    p_version: version,
    p_patch: patch,
    p_mutation_id: mutationId,
  })) as Edit;
}

describe("a person", () => {
  it("is called by given and family name, whichever of them is given", async () => {
    const id = await addParty("Maxinchen Musterfrau");
    const { rows } = await pool.query(
      "select given_name, family_name from public.parties where id = $1",
      [id],
    );
    expect(rows).toEqual([{ given_name: "Maxinchen", family_name: "Musterfrau" }]);
    const { party } = await edit(world.owner, id, 1, { family_name: "Meier-Musterfrau" });
    expect(party).toMatchObject({ name: "Maxinchen Meier-Musterfrau", version: 2 });
  });

  it("has no legal form, and an organization no birthday", async () => {
    const person = await addParty("Ida Muster");
    const company = await addParty("Muster KG", "organization");
    expect(await failure(edit(world.owner, person, 1, { legal_form: "KG" }))).toMatchObject({
      code: "23514",
    });
    expect(await failure(edit(world.owner, company, 1, { birthday: "1990-01-01" }))).toMatchObject({
      code: "23514",
    });
  });
});

describe("editing a party", () => {
  it("merges what two changed of different fields, and asks about the same field", async () => {
    const id = await addParty("Muster GmbH", "organization");
    await edit(world.owner, id, 1, { industry: "Brauerei", employees: 40 });
    const merged = await edit(world.otherRep, id, 1, { legal_form: "GmbH" });
    expect(merged).toMatchObject({
      status: "saved",
      party: { industry: "Brauerei", legal_form: "GmbH", version: 3 },
    });
    const asked = await edit(world.colleague, id, 1, { employees: 50, vat_id: "DE123456789" });
    expect(asked).toMatchObject({
      status: "conflict",
      fields: { employees: { base: null, yours: 50, theirs: 40 } },
      party: { vat_id: null },
    });
  });

  it("keeps revenue to the last digit", async () => {
    const id = await addParty("Gross AG", "organization");
    const { party } = await edit(world.owner, id, 1, {
      revenue: "123456789012345.6789",
      revenue_currency: "EUR",
    });
    expect(party.revenue).toBe("123456789012345.6789");
  });

  it("happens once when it is repeated", async () => {
    const id = await addParty("Wiederholt AG", "organization");
    const mutationId = randomUUID();
    await edit(world.owner, id, 1, { industry: "Bau" }, mutationId);
    const again = await edit(world.owner, id, 1, { industry: "Bau" }, mutationId);
    expect(again).toMatchObject({ status: "saved", party: { version: 2 } });
  });

  it("is refused to members of other workspaces", async () => {
    const { admin } = await makeWorld(pool);
    const id = await addParty("Fremd AG", "organization");
    expect(await failure(edit(admin, id, 1, { industry: "Bau" }))).toMatchObject({
      message: "party_not_found",
    });
  });
});

describe("periods", () => {
  const role = (partyId: string, valid: string) =>
    run(
      world.owner,
      `insert into public.party_roles (workspace_id, party_id, role_code, valid)
       values ($1, $2, 'SUPPLIER', $3)`,
      [world.workspaceId, partyId, valid],
    );

  it("of the same role may follow each other and not overlap", async () => {
    const id = await addParty("Lieferant AG", "organization");
    await role(id, "[2020-01-01,2021-01-01)");
    await role(id, "[2021-01-01,)");
    expect(await failure(role(id, "[2020-12-31,2021-01-01)"))).toMatchObject({ code: "23P01" });
  });

  it("are not empty", async () => {
    const id = await addParty("Leer AG", "organization");
    expect(await failure(role(id, "[2021-01-01,2021-01-01)"))).toMatchObject({ code: "23514" });
  });

  it("tell a stranger nothing of another workspace", async () => {
    const stranger = await makeWorld(pool);
    const id = await addParty("Geheim AG", "organization");
    await role(id, "[2020-01-01,)");
    const { code } = await failure(
      run(
        stranger.owner,
        `insert into public.party_roles (workspace_id, party_id, role_code, valid)
         values ($1, $2, 'SUPPLIER', '[2020-01-01,)')`,
        [stranger.workspaceId, id],
      ),
    );
    expect(code).toBe("23503");
  });
});

describe("a relationship", () => {
  const relate = (type: string, from: string, to: string, valid = "[2020-01-01,)") =>
    run(
      world.owner,
      `insert into public.party_relationships
         (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code, valid)
       select $1, t.code, $3, t.from_role_code, $4, t.to_role_code, $5
       from public.relationship_types t where t.code = $2`,
      [world.workspaceId, type, from, to, valid],
    );

  it("of the same type does not overlap itself, and another type may", async () => {
    const [person, company] = [
      await addParty("Eva Eins"),
      await addParty("Eins AG", "organization"),
    ];
    await relate("EMPLOYMENT", company, person, "[2020-01-01,2022-01-01)");
    await relate("CONTACT_REL", company, person);
    await relate("EMPLOYMENT", company, person, "[2022-01-01,)");
    expect(await failure(relate("EMPLOYMENT", company, person, "[2021-06-01,)"))).toMatchObject({
      code: "23P01",
    });
  });

  it("does not say the same, or the contrary, the other way round", async () => {
    const [eva, adam] = [await addParty("Eva Zwei"), await addParty("Adam Zwei")];
    await relate("SPOUSE", eva, adam);
    expect(await failure(relate("SPOUSE", adam, eva))).toMatchObject({ code: "23P01" });
    await relate("PARENT", eva, adam);
    expect(await failure(relate("PARENT", adam, eva))).toMatchObject({ code: "23P01" });
  });
});

describe("role types and classes of a workspace", () => {
  it("are used in it alone, even by somebody who is in both", async () => {
    const other = await makeWorld(pool);
    const code = `OWN_${randomUUID().replaceAll("-", "").toUpperCase()}`;
    await run(
      other.admin,
      "insert into public.role_types (code, workspace_id, name) values ($1, $2, 'Stammtisch')",
      [code, other.workspaceId],
    );
    const id = await addParty("Gast AG", "organization");
    const use = pool.query(
      "insert into public.party_roles (workspace_id, party_id, role_code) values ($1, $2, $3)",
      [world.workspaceId, id, code],
    );
    expect(await failure(use)).toMatchObject({ message: "reference_not_found" });
  });
});

describe("the blacklist", () => {
  const list = (actor: Actor & { memberId: string }, partyId: string, reason: string | null) =>
    as(pool, actor, (database) =>
      one(
        database,
        `insert into public.party_classifications
           (workspace_id, party_id, class_code, class_kind, reason, created_by)
         values ($1, $2, 'BLACKLIST', 'BLACKLIST', $3, $4) returning id`,
        [world.workspaceId, partyId, reason, actor.memberId],
      ),
    );
  const isListed = (id: string) =>
    value(pool, "select is_blacklisted from public.parties where id = $1", [id]);

  it("marks the party until it is taken off, which is recorded", async () => {
    const id = await addParty("Zahltnicht AG", "organization");
    const { id: entry } = await list(world.owner, id, "Zahlt nicht");
    expect(await isListed(id)).toBe(true);
    await call(pool, world.manager, "end_classification", { p_id: entry, p_version: 1 });
    expect(await isListed(id)).toBe(false);
    const { rows } = await pool.query(
      `select op, actor_id from public.change_history
       where party_id = $1 and entity = 'party_classification' order by id`,
      [id],
    );
    expect(rows).toEqual([
      { op: "insert", actor_id: world.owner.memberId },
      { op: "update", actor_id: world.manager.memberId },
    ]);
    await list(world.owner, id, "Zahlt schon wieder nicht");
    expect(await isListed(id)).toBe(true);
  });

  it("wants a reason", async () => {
    const id = await addParty("Grundlos AG", "organization");
    expect(await failure(list(world.owner, id, null))).toMatchObject({ code: "23514" });
  });

  it("lists once when two do it at the same moment", async () => {
    const id = await addParty("Doppelt AG", "organization");
    const tries = await Promise.all(
      [world.owner, world.colleague, world.manager, world.admin].map((actor) =>
        failure(list(actor, id, "Zahlt nicht")),
      ),
    );
    expect(tries.map(({ code }) => code).sort()).toEqual(["", "23P01", "23P01", "23P01"]);
  });

  it("holds from now on: nobody is listed in advance", async () => {
    const id = await addParty("Bald AG", "organization");
    const early = pool.query(
      `insert into public.party_classifications
         (workspace_id, party_id, class_code, class_kind, reason, valid)
       values ($1, $2, 'BLACKLIST', 'BLACKLIST', 'Bald', tstzrange(now() + interval '1 day', null))`,
      [world.workspaceId, id],
    );
    expect(await failure(early)).toMatchObject({ message: "invalid_input" });
  });
});

describe("the history of a party", () => {
  type Entry = { entity: string; op: string; other: { name: string } | null };
  const history = async (actor: Actor, id: string, before: number | null = null, limit = 50) =>
    (await call(pool, actor, "party_history", {
      p_workspace_id: world.workspaceId,
      p_party_id: id,
      p_before: before,
      p_limit: limit,
    })) as (Entry & { id: number })[];

  it("holds what was changed of it and of all that is kept of it, newest first, in pages", async () => {
    const [person, company] = [
      await addParty("Hist Orie"),
      await addParty("Orie AG", "organization"),
    ];
    await edit(world.owner, person, 1, { occupation: "Einkäuferin" });
    await run(
      world.owner,
      `insert into public.contact_points (workspace_id, party_id, kind, value)
       values ($1, $2, 'email', 'hist@orie.test')`,
      [world.workspaceId, person],
    );
    await run(
      world.owner,
      `insert into public.party_relationships
         (workspace_id, type_code, from_party_id, from_role_code, to_party_id, to_role_code)
       values ($1, 'EMPLOYMENT', $2, 'EMPLOYER', $3, 'EMPLOYEE')`,
      [world.workspaceId, company, person],
    );
    const all = await history(world.colleague, person);
    expect(all.map(({ entity, op, other }) => [entity, op, other?.name ?? null])).toEqual([
      ["party_relationship", "insert", "Orie AG"],
      ["contact_point", "insert", null],
      ["party", "update", null],
      ["party", "insert", null],
    ]);
    const last = (await history(world.colleague, person, all[1]?.id ?? null, 1)).map(
      ({ id }) => id,
    );
    expect(last).toEqual([all[2]?.id]);
    expect((await history(world.colleague, company)).map(({ entity }) => entity)).toEqual([
      "party_relationship",
      "party",
    ]);
  });

  it("is empty for members of other workspaces", async () => {
    const { admin } = await makeWorld(pool);
    expect(await history(admin, await addParty("Fremde Person"))).toEqual([]);
  });
});

describe("the page of a party", () => {
  const open = (actor: Actor, id: string) =>
    call(pool, actor, "open_party", { p_workspace_id: world.workspaceId, p_party_id: id });

  it("answers all in one call, under the caller's policies", async () => {
    const id = await addParty("Sicht AG", "organization");
    for (const isPrivate of [false, true]) {
      await call(pool, world.owner, "create_opportunity", {
        p_id: randomUUID(),
        p_workspace_id: world.workspaceId,
        p_stage_id: world.stages.offer,
        p_name: isPrivate ? "Geheim" : "Offen",
        p_currency: "EUR",
        p_mutation_id: randomUUID(),
        p_customer_id: id,
        p_is_private: isPrivate,
      });
    }
    const names = (answer: unknown) =>
      (answer as { opportunities: { name: string }[] }).opportunities
        .map(({ name }) => name)
        .sort();
    expect(names(await open(world.owner, id))).toEqual(["Geheim", "Offen"]);
    expect(names(await open(world.otherRep, id))).toEqual(["Offen"]);
  });

  it("is nothing to members of other workspaces", async () => {
    const { admin } = await makeWorld(pool);
    expect(await open(admin, world.customerId)).toBeNull();
  });

  it("knows the own company, and who works in it", async () => {
    const id = String(
      await value(pool, "select party_id from public.workspaces where id = $1", [
        world.workspaceId,
      ]),
    );
    expect(await open(world.owner, id)).toMatchObject({
      isOwnCompany: true,
      roles: [{ code: "INTERNAL_ORGANIZATIO" }],
    });
  });
});

describe("an opportunity with a blacklisted customer", () => {
  const start = (customerId: string, reason: string | null) =>
    call(pool, world.owner, "create_opportunity", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_stage_id: world.stages.offer,
      p_name: "Trotzdem",
      p_currency: "EUR",
      p_mutation_id: randomUUID(),
      p_customer_id: customerId,
      ...(reason !== null && { p_blacklist_reason: reason }),
    }) as Promise<{ id: string; version: number; isBlacklisted: boolean }>;
  const list = (partyId: string) =>
    call(pool, world.owner, "class_party", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: partyId,
      p_class_code: "BLACKLIST",
      p_reason: "Zahlt nicht",
    });

  it("is started for a reason, which is kept", async () => {
    const id = await addParty("Gesperrt AG", "organization");
    await list(id);
    expect(await failure(start(id, null))).toMatchObject({ message: "customer_blacklisted" });
    const card = await start(id, "Vorkasse vereinbart");
    expect(card.isBlacklisted).toBe(true);
    const { rows } = await pool.query(
      "select blacklist_reason from public.opportunities where customer_id = $1",
      [id],
    );
    expect(rows).toEqual([{ blacklist_reason: "Vorkasse vereinbart" }]);
  });

  it("is told on every card when the customer is put on it and taken off, and in no history", async () => {
    const id = await addParty("Später gesperrt AG", "organization");
    const card = await start(id, null);
    expect(card.isBlacklisted).toBe(false);
    await list(id);
    const flag = () =>
      one(
        pool,
        "select customer_blacklisted as listed, version::int from public.opportunities where id = $1",
        [card.id],
      );
    expect(await flag()).toEqual({ listed: true, version: card.version + 1 });
    const { id: entry, version } = await one(
      pool,
      "select id, version from public.party_classifications where party_id = $1",
      [id],
    );
    await call(pool, world.owner, "end_classification", { p_id: entry, p_version: version });
    expect(await flag()).toEqual({ listed: false, version: card.version + 2 });
    expect(
      await value(
        pool,
        "select count(*)::int from public.change_history where entity_id = $1 and op = 'update'",
        [card.id],
      ),
    ).toBe(0);
  });

  it("is never started unseen while the customer is being put on the blacklist", async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await addParty(`Zugleich ${round} AG`, "organization");
      await Promise.all([failure(list(id)), failure(start(id, null)), failure(start(id, null))]);
      const { rows } = await pool.query(
        `select o.customer_blacklisted from public.opportunities o
         where o.customer_id = $1 and not o.customer_blacklisted`,
        [id],
      );
      expect(rows).toEqual([]);
    }
  });
});
