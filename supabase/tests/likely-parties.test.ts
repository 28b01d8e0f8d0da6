import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, anonymous, as, call } from "./actors";
import { failure, openDatabase, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(8);
let world: World;

beforeAll(async () => {
  world = await makeWorld(pool);
});

type Contact = { kind: string; value: string };
type Given = { kind?: string; contacts?: Contact[]; companyId?: string; city?: string };

async function addParty(name: string, given: Given = {}): Promise<string> {
  const id = randomUUID();
  await call(pool, world.owner, "add_party", {
    p_id: id,
    p_workspace_id: world.workspaceId,
    p_kind: given.kind ?? "organization",
    p_name: name,
    p_mutation_id: randomUUID(),
    p_contacts: JSON.stringify(given.contacts ?? []),
    p_company_id: given.companyId ?? null,
  });
  if (given.city) {
    await call(pool, world.owner, "add_contact_point", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: id,
      p_kind: "postal",
      p_value: "",
      p_mutation_id: randomUUID(),
      p_address: { city: given.city, country: "DE" },
    });
  }
  return id;
}

type Likely = { id: string; name: string; reasons: string[] };

async function likely(
  name: string,
  { kind = "organization", contacts = [] as string[], actor = world.owner as Actor } = {},
): Promise<Likely[]> {
  // The shape is what these tests are about.
  return (await call(pool, actor, "find_likely_parties", {
    p_workspace_id: world.workspaceId,
    p_kind: kind,
    p_name: name,
    p_contacts: contacts,
  })) as Likely[];
}

const found = async (...args: Parameters<typeof likely>) =>
  (await likely(...args)).map(({ name, reasons }) => [name, ...reasons]);

describe("a company", () => {
  it.each([
    "Grünwald Logistik GmbH",
    "gruenwald logistik",
    "Grunwald Logistik GmbH & Co. KG",
    "Logistik Grünwald AG",
    "GRÜNWALD  LOGISTIK Ges.m.b.H.",
    "Grünwald und Logistik",
  ])("is the same whatever its umlauts, word order and legal form: %s", async (typed) => {
    await addPartyOnce("Grünwald Logistik GmbH");
    expect(await found(typed)).toEqual([["Grünwald Logistik GmbH", "name"]]);
  });

  it.each(["Grünwlad Logistik", "Grünwald Logisik", "Grünwald Logistik Süd", "Grünwald Logistk"])(
    "is nearly the same with a typing mistake or a word more: %s",
    async (typed) => {
      await addPartyOnce("Grünwald Logistik GmbH");
      expect(await found(typed)).toEqual([["Grünwald Logistik GmbH", "similar_name"]]);
    },
  );

  it.each(["Grünwald", "Logistik", "Waldgrün Logistik", "GmbH", "G", "", "Grünbaum Logistik AG"])(
    "is not guessed from a part, nor from a legal form: %s",
    async (typed) => {
      await addPartyOnce("Grünwald Logistik GmbH");
      expect(await found(typed)).toEqual([]);
    },
  );

  it("that has a word more is found by the one that tells it", async () => {
    await addPartyOnce("Mustermannshausen Textil KG");
    expect(await found("Mustermannshausen")).toEqual([
      ["Mustermannshausen Textil KG", "similar_name"],
    ]);
    expect(await found("Mustermannshausen Textil Verwaltung")).toEqual([
      ["Mustermannshausen Textil KG", "similar_name"],
    ]);
  });

  it("called by letters and a legal form alone is compared by them", async () => {
    await addPartyOnce("A & B e.V.");
    await addPartyOnce("AG");
    expect(await found("a b")).toEqual([["A & B e.V.", "name"]]);
    expect(await found("AG")).toEqual([["AG", "name"]]);
  });

  it("is recognised by the host of its mail and of its site, and by that of its people", async () => {
    const id = await addParty("Zeltbau Nord", {
      contacts: [{ kind: "web", value: "https://www.zeltbau.test/" }],
    });
    const other = await addParty("Zeltverleih");
    await addParty("Zita Zelt", {
      kind: "person",
      companyId: other,
      contacts: [{ kind: "email", value: "zita@verleih.zeltbau.test" }],
    });
    const contacts = ["einkauf@zeltbau.test"];
    expect(await likely("Irgendwer", { contacts })).toMatchObject([{ id, reasons: ["domain"] }]);
    expect(
      await likely("Irgendwer", { contacts: ["https://verleih.zeltbau.test/kontakt"] }),
    ).toMatchObject([{ id: other, reasons: ["domain"] }]);
    expect(await found("Irgendwer", { contacts: ["x@bau.test"] })).toEqual([]);
  });

  it("is not recognised by a host that everybody uses", async () => {
    await addParty("Freie Post", { contacts: [{ kind: "email", value: "freie.post@gmx.de" }] });
    expect(await found("Irgendwer", { contacts: ["andere.post@gmx.de"] })).toEqual([]);
    expect(await found("Irgendwer", { contacts: ["freie.post@gmx.de"] })).toEqual([
      ["Freie Post", "email"],
    ]);
  });
});

describe("a person", () => {
  it.each([
    ["Jörg Größlein", "name"],
    ["Groesslein Joerg", "name"],
    ["Dr. Jorg Grösslein", "name"],
    ["Jörg Maria Größlein", "similar_name"],
    ["Jörg Größlien", "similar_name"],
    ["Größlein", "similar_name"],
  ])("is recognised by the name: %s", async (typed, reason) => {
    await addPartyOnce("Jörg Größlein", "person");
    expect(await found(typed, { kind: "person" })).toEqual([["Jörg Größlein", reason]]);
  });

  it.each(["Jörg", "Jörg Müller", "Anna Größlein"])("is not another one: %s", async (typed) => {
    await addPartyOnce("Jörg Größlein", "person");
    expect(await found(typed, { kind: "person" })).toEqual([]);
  });

  it("is told by company, town and mail, and the more speaks for it the earlier it comes", async () => {
    const companyId = await addParty("Kessel & Sohn");
    const phone = "+493012345678";
    const first = await addParty("Karla Kessel", {
      kind: "person",
      companyId,
      city: "Köln",
      contacts: [
        { kind: "phone", value: phone },
        { kind: "email", value: "karla@kessel.test" },
      ],
    });
    const second = await addParty("Karla Kessel", { kind: "person" });
    await addParty("Firma Karla Kessel", { contacts: [{ kind: "phone", value: phone }] });
    const contacts = [phone, "KARLA@kessel.test".toLowerCase()];
    const answers = await likely("Karla Kessel", { kind: "person", contacts });
    expect(answers.slice(0, 1)).toEqual([
      {
        id: first,
        kind: "person",
        name: "Karla Kessel",
        isBlacklisted: false,
        reasons: ["email", "phone", "name"],
        company: "Kessel & Sohn",
        town: "Köln",
        email: "karla@kessel.test",
      },
    ]);
    expect(answers.map(({ name, reasons }) => [name, ...reasons]).slice(1)).toEqual([
      ["Firma Karla Kessel", "phone"],
      ["Karla Kessel", "name"],
      ["Kessel & Sohn", "domain"],
    ]);
    expect(answers[2]?.id).toBe(second);
  });

  it("may be called exactly like a company, which comes after the persons", async () => {
    await addParty("Doppel Gänger");
    await addParty("Doppel Gänger", { kind: "person" });
    const found = await likely("Doppel Gaenger", { kind: "person" });
    expect(found).toMatchObject([{ kind: "person" }, { kind: "organization" }]);
  });

  it("is not recognised by what no longer reaches them", async () => {
    const email = "frueher@woanders.test";
    const id = await addParty("Egon Ehemals", {
      kind: "person",
      contacts: [{ kind: "email", value: email }],
    });
    await pool.query(
      `update public.contact_points
       set valid = daterange((current_date - 9), (current_date - 1)) where party_id = $1`,
      [id],
    );
    expect(await found("Irgendwer", { kind: "person", contacts: [email] })).toEqual([]);
  });
});

describe("who looks", () => {
  it("gets five at most, with the blacklist marked", async () => {
    const ids = await Promise.all(Array.from({ length: 7 }, () => addParty("Siebenfach GmbH")));
    await call(pool, world.owner, "class_party", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_party_id: ids[0] ?? "",
      p_class_code: "BLACKLIST",
      p_reason: "Zahlt nicht",
    });
    expect(await likely("Siebenfach")).toHaveLength(5);
    await pool.query("delete from public.parties where id = any ($1)", [ids.slice(1)]);
    expect(await likely("Siebenfach")).toMatchObject([{ id: ids[0], isBlacklisted: true }]);
  });

  it("from another workspace, signed out or no longer a member learns nothing", async () => {
    await addPartyOnce("Geheim & Still");
    const stranger = await makeWorld(pool);
    for (const actor of [stranger.admin, world.deactivated]) {
      expect(await likely("Geheim Still", { actor })).toEqual([]);
    }
    expect(await failure(likely("Geheim Still", { actor: anonymous }))).toMatchObject({
      code: "42501",
    });
    expect(
      await failure(
        as(pool, stranger.admin, (database) =>
          value(database, "select private.likely_by_name($1, 'Geheim')", [world.workspaceId]),
        ),
      ),
    ).toMatchObject({ code: "42501" });
  });

  it.each(["%", "_", "\\", "'", "|", "':*", "\u200b", "🚀", "a".repeat(500), "x ".repeat(250)])(
    "may type anything: %s",
    async (typed) => {
      expect(await found(typed, { contacts: [typed, `@${typed}`, `https://${typed}`] })).toEqual(
        [],
      );
    },
  );
});

async function addPartyOnce(name: string, kind = "organization"): Promise<void> {
  await call(pool, world.owner, "find_or_add_party", {
    p_workspace_id: world.workspaceId,
    p_kind: kind,
    p_name: name,
  });
}
