import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { searchText } from "@/domain/search-words";
import { type Actor, anonymous, as, call } from "./actors";
import { failure, openDatabase, type Row, value } from "./database";
import { addLead, logLeadCall, setLeadStatus } from "./leads";
import { createOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(8);
let world: World;
let annaId: string;

type Hit = { kind: string; id: string; title: string } & Row;

const NAMES = {
  hebrew: "שָׁלוֹם עולם בע״מ",
  arabic: "شركة النور",
  emoji: "Rakete 🚀 Werk",
  hidden: "Null\u200bBreit\u200dGasse",
  html: "<img src=x onerror=alert(1)> & Söhne",
  japanese: "株式会社山田",
  long: `${"Donaudampfschifffahrt ".repeat(22)}Ende`.slice(0, 500),
  unbroken: "q".repeat(500),
  percent: "100% Bio",
  regexp: "a.*(b|c)$ [Regel]+ \\d",
};

beforeAll(async () => {
  world = await makeWorld(pool);
  for (const name of ["Müller & Co. KG", "Mueller Textil", "Muller SA", ...Object.values(NAMES)]) {
    await addParty(name);
  }
  annaId = await addParty("Anna Weber", "person");
  await relate(annaId, world.customerId);
  await addContact("phone", "+492214711");
  await addContact("email", "anna.weber@kunde-ag.test");
});

async function addParty(name: string, kind = "organization"): Promise<string> {
  return String(
    await call(pool, world.admin, "find_or_add_party", {
      p_workspace_id: world.workspaceId,
      p_kind: kind,
      p_name: name,
    }),
  );
}

async function relate(personId: string, organizationId: string): Promise<void> {
  await as(pool, world.admin, (database) =>
    database.query("select private.relate_contact($1, $2, $3)", [
      world.workspaceId,
      personId,
      organizationId,
    ]),
  );
}

async function addContact(kind: string, contact: string): Promise<void> {
  await call(pool, world.admin, "add_contact_point", {
    p_id: randomUUID(),
    p_workspace_id: world.workspaceId,
    p_party_id: annaId,
    p_kind: kind,
    p_value: contact,
    p_mutation_id: randomUUID(),
  });
}

async function addExternalId(partyId: string, system: string, id: string): Promise<void> {
  await as(pool, world.admin, (database) =>
    database.query(
      `insert into public.party_external_ids (workspace_id, party_id, system, value)
       values ($1, $2, $3, $4) on conflict do nothing`,
      [world.workspaceId, partyId, system, id],
    ),
  );
}

async function search(text: string, actor: Actor = world.owner, limit = 20): Promise<Hit[]> {
  // The shape is what these tests are about.
  const { hits } = (await call(pool, actor, "search", {
    p_workspace_id: world.workspaceId,
    p_text: text,
    p_limit: limit,
  })) as { hits: Hit[] };
  return hits;
}

const titles = async (text: string, actor?: Actor) =>
  (await search(text, actor)).map(({ title }) => title);

describe("a party", () => {
  it.each(["Müller", "Mueller", "Muller", "MÜL", "muel"])(
    "is found by each spelling of an umlaut: %s",
    async (text) => {
      expect((await titles(text)).sort()).toEqual([
        "Mueller Textil",
        "Muller SA",
        "Müller & Co. KG",
      ]);
    },
  );

  it.each(["weber anna", "Anna Weber", "web", "an we", " WEBER,  anna "])(
    "is found by its words in any order: %s",
    async (text) => {
      expect(await titles(text)).toEqual(["Anna Weber"]);
    },
  );

  it.each(["Webre", "Wbeer", "Weberr", "Anna Wber", "Wemer", "anan weber"])(
    "is found by a typing mistake: %s",
    async (text) => {
      expect(await titles(text)).toContain("Anna Weber");
    },
  );

  it.each([
    "0221 / 47 11",
    "+49 221 4711",
    "00492214711",
    "+49 (0) 221 47-11",
    "2214711",
    "0221-47",
    "4711",
  ])("is found by its number however it is spelt, and the number is shown: %s", async (text) => {
    expect(await search(text)).toMatchObject([
      { kind: "party", id: annaId, contactPoint: { kind: "phone", value: "+492214711" } },
    ]);
  });

  it.each(["anna.weber@kunde-ag.test", "anna.weber@ku", "kunde-ag.test"])(
    "is found by its address: %s",
    async (text) => {
      const hits = await search(text);
      expect(hits.find(({ id }) => id === annaId)).toMatchObject({
        contactPoint: { kind: "email", value: "anna.weber@kunde-ag.test" },
        company: "Kunde AG",
      });
    },
  );

  it.each([
    [NAMES.hebrew, "שלום"],
    [NAMES.arabic, "النور"],
    [NAMES.emoji, "🚀"],
    [NAMES.hidden, "nullbreitgasse"],
    [NAMES.html, "<img src=x"],
    [NAMES.html, "soehne"],
    [NAMES.japanese, "山田"],
    [NAMES.long, "ende donau"],
    [NAMES.unbroken, "q".repeat(500)],
    [NAMES.percent, "100%"],
    [NAMES.regexp, "[Regel]+"],
  ])("is kept as it was written and found again: %s", async (name, text) => {
    expect(await titles(text)).toContain(name.trim());
  });

  it("is found by its new name alone once it has one", async () => {
    const id = await addParty("Altmodisch");
    await as(pool, world.admin, (database) =>
      database.query("update public.parties set name = 'Neumodern' where id = $1", [id]),
    );
    expect(await titles("altmodisch")).toEqual([]);
    expect(await titles("neumodern")).toEqual(["Neumodern"]);
    await as(pool, world.admin, (database) =>
      database.query("delete from public.parties where id = $1", [id]),
    );
    expect(await titles("neumodern")).toEqual([]);
  });

  it.each(["K-100234", "k-1002", "K-"])(
    "is found by what another system calls it, whole or from the beginning: %s",
    async (text) => {
      await addExternalId(annaId, "Buchhaltung", "K-100234");
      expect((await search(text)).find(({ id }) => id === annaId)).toMatchObject({
        externalId: { system: "Buchhaltung", value: "K-100234" },
      });
      expect(await titles("100234")).toEqual([]);
    },
  );

  it("called just this elsewhere comes before those whose ids only begin so", async () => {
    const longer = await addParty("Aaron Längst");
    const exact = await addParty("Zora Genau");
    await addExternalId(longer, "ERP", "QX-77-1");
    await addExternalId(exact, "ERP", "QX-77");
    expect((await search("qx-77")).map(({ id }) => id)).toEqual([exact, longer]);
  });

  it("on the blacklist is marked, and so are its leads and opportunities", async () => {
    const id = await addParty("Säumig & Co.");
    const lead = await addLead(pool, world, world.owner, {
      p_name: "Säumig & Co.",
      p_kind: "organization",
    });
    await call(pool, world.admin, "class_party", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: id,
      p_class_code: "BLACKLIST",
      p_reason: "Zahlt nicht",
    });
    const hits = await search("saeumig");
    expect(hits.map((hit) => [hit.id, hit.isBlacklisted])).toEqual([
      [id, true],
      [lead.id, true],
    ]);
    expect(await search("weber")).toMatchObject([{ isBlacklisted: false }]);
  });

  it("named so exactly comes first", async () => {
    for (const name of ["Zack Zwei", "Zackig", "Zack"]) await addParty(name);
    expect((await titles("zack"))[0]).toBe("Zack");
  });
});

describe("nothing", () => {
  it.each([
    "",
    " ",
    "%",
    "_",
    "\\",
    "*",
    ".*",
    "(",
    "'",
    "\u200b",
    "xyzzy",
    "%%%",
    "a%z",
    "|",
    "':*",
  ])("is found by %j", async (text) => {
    expect(await titles(text)).toEqual([]);
  });
});

describe("a lead", () => {
  it("is found by person and company together, with how far it is, by those who may see it", async () => {
    const given = { p_name: "Quentin Ölmann", p_company_name: "Turbinenbau Süd" };
    const shared = await addLead(pool, world, world.owner, given);
    const ofTeam = await addLead(pool, world, world.owner, {
      ...given,
      p_team_id: world.teams.east,
    });
    const hidden = await addLead(pool, world, world.owner, {
      ...given,
      p_owner_id: world.owner.memberId,
      p_is_private: true,
    });
    const leads = async (actor: Actor) =>
      (await search("turbinen oelmann", actor)).filter(({ kind }) => kind === "lead");
    const ids = async (actor: Actor) => (await leads(actor)).map(({ id }) => id).sort();
    expect(await ids(world.owner)).toEqual([shared.id, ofTeam.id, hidden.id].sort());
    expect(await ids(world.colleague)).toEqual([shared.id, ofTeam.id].sort());
    expect(await ids(world.otherRep)).toEqual([shared.id]);
    expect(await ids(world.deactivated)).toEqual([]);
    await setLeadStatus(pool, world.owner, shared.id, "disqualified", "Kein Bedarf");
    expect(await leads(world.otherRep)).toMatchObject([
      { title: "Quentin Ölmann", company: "Turbinenbau Süd", status: "disqualified" },
    ]);
  });

  it("goes along when it changes hands, or its party or company gets another name", async () => {
    const { id, party, organization } = await addLead(pool, world, world.owner, {
      p_name: "Fritz Vorher",
      p_company_name: "Vorfirma",
    });
    const change = (sql: string, values: unknown[]) =>
      as(pool, world.admin, (database) => database.query(sql, values));
    const found = async (text: string, actor: Actor = world.owner) =>
      (await search(text, actor)).filter(({ kind }) => kind === "lead").map((hit) => hit.id);
    expect(await found("vorher vorfirma")).toEqual([id]);
    await Promise.all([
      change("update public.parties set name = 'Fritz Nachher' where id = $1", [party.id]),
      change("update public.parties set name = 'Nachfirma' where id = $1", [organization?.id]),
    ]);
    expect(await found("vorher")).toEqual([]);
    expect(await found("nachher nachfirma")).toEqual([id]);
    await change("update public.leads set team_id = $2 where id = $1", [id, world.teams.east]);
    expect(await found("nachher", world.otherRep)).toEqual([]);
    await call(pool, world.owner, "delete_lead", { p_id: id, p_mutation_id: randomUUID() });
    expect(await found("nachher")).toEqual([]);
  });

  it("is found by the names that two who rename its parties at once leave behind", async () => {
    const { id, party, organization } = await addLead(pool, world, world.owner, {
      p_name: "Erste Person",
      p_company_name: "Erste Firma",
    });
    for (let round = 0; round < 10; round++) {
      await Promise.all(
        [party.id, organization?.id].map((one) =>
          pool.query("update public.parties set name = $2 where id = $1", [one, `Runde ${round}`]),
        ),
      );
      expect(
        await value(pool, "select words from private.search_entries where id = $1", [id]),
      ).toBe(`runde ${round} runde ${round}`);
    }
  });
});

describe("an opportunity", () => {
  it("is found by its name and its customer together, by those who may see it", async () => {
    const shared = await createOpportunity(pool, world, world.owner, { p_name: "Südfassade" });
    const ofTeam = await createOpportunity(pool, world, world.owner, {
      p_name: "Südfassade Team",
      p_team_id: world.teams.east,
    });
    const hidden = await createOpportunity(pool, world, world.owner, {
      p_name: "Südfassade geheim",
      p_is_private: true,
      p_owner_id: world.owner.memberId,
    });
    const ids = async (actor: Actor) =>
      (await search("suedfassade kunde", actor)).map(({ id }) => id).sort();
    expect(await ids(world.owner)).toEqual([shared.id, ofTeam.id, hidden.id].sort());
    expect(await ids(world.colleague)).toEqual([shared.id, ofTeam.id].sort());
    expect(await ids(world.manager)).toEqual([shared.id, ofTeam.id].sort());
    expect(await ids(world.otherRep)).toEqual([shared.id]);
    expect(await ids(world.deactivated)).toEqual([]);
  });

  it("goes along when it changes hands, its customer or the customer's name", async () => {
    const customerId = await addParty("Ursprung OHG");
    const { id } = await createOpportunity(pool, world, world.owner, {
      p_name: "Wanderdüne",
      p_customer_id: customerId,
    });
    const change = (sql: string, values: unknown[]) =>
      as(pool, world.admin, (database) => database.query(sql, values));
    await change("update public.parties set name = 'Umbenannt OHG' where id = $1", [customerId]);
    expect(await titles("wander umbenannt")).toEqual(["Wanderdüne"]);
    await change("update public.opportunities set team_id = $2 where id = $1", [
      id,
      world.teams.east,
    ]);
    expect(await titles("wanderdune", world.otherRep)).toEqual([]);
    expect(await titles("wanderdune", world.colleague)).toEqual(["Wanderdüne"]);
    await change("delete from public.opportunities where id = $1", [id]);
    expect(await titles("wanderdune")).toEqual([]);
  });
});

describe("a communication", () => {
  it("is found by what was said, with the place, by those who may see its opportunity", async () => {
    const { id: opportunityId } = await createOpportunity(pool, world, world.owner, {
      p_name: "Gesprächsfaden",
      p_team_id: world.teams.east,
    });
    const body = `${"Lorem ipsum dolor. ".repeat(40)}Der Prüfstand wird im März geliefert. ${"Amen. ".repeat(40)}`;
    const communicationId = randomUUID();
    await call(pool, world.owner, "log_communication", {
      p_id: communicationId,
      p_opportunity_id: opportunityId,
      p_type_code: "COMMENT_NOTE",
      p_body: body,
      p_mutation_id: randomUUID(),
    });
    expect(await search("pruefstand maerz", world.colleague)).toMatchObject([
      {
        kind: "communication",
        id: communicationId,
        excerpt: expect.stringMatching(/^… .*Der Prüfstand wird im März.* …$/),
        typeCode: "COMMENT_NOTE",
        opportunityId,
        leadId: null,
        about: "Gesprächsfaden",
      },
    ]);
    expect(await search("pruefstand", world.otherRep)).toEqual([]);
  });

  it("about a lead leads there", async () => {
    const { id } = await addLead(pool, world, world.owner, { p_name: "Lena Anfrage" });
    await logLeadCall(pool, world.owner, id);
    expect(await search("ruft zurueck")).toMatchObject([
      { kind: "communication", leadId: id, opportunityId: null, about: "Lena Anfrage" },
    ]);
  });
});

describe("a search", () => {
  it("in a workspace of others finds nothing", async () => {
    const stranger = await makeWorld(pool);
    expect(await titles("weber", stranger.admin)).toEqual([]);
    expect(await titles("4711", stranger.admin)).toEqual([]);
  });

  it("is refused to whoever is not signed in", async () => {
    expect(await failure(search("weber", anonymous))).toMatchObject({ code: "42501" });
  });

  it("answers a few of each kind", async () => {
    for (let n = 0; n < 8; n++) await addParty(`Vielfach ${n}`);
    expect(await search("vielfach", world.owner, 5)).toHaveLength(5);
  });

  it("reads words as the application does", async () => {
    const name = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(...Object.values(NAMES), "Sørensen Łódź", "Mueller-Lüdenscheidt"),
    );
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        fc.pre(!text.includes("\0"));
        expect(await value(pool, "select private.search_text($1)", [text])).toBe(searchText(text));
      }),
      { numRuns: 300 },
    );
  });
});
