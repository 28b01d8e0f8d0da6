import { randomUUID } from "node:crypto";
import { type Database, insertRows, one } from "../database";
import type { DemoContext } from "./cards";

type DemoLead = {
  /** Null: a company in which nobody is known yet. */
  person: string | null;
  company: string | null;
  contact: string;
  source: string;
  /** Null: it waits to be taken. */
  owner: string | null;
  team: string | null;
  status: string;
  hoursAgo: number;
  note: string | null;
  reason: string | null;
};

/**
 * One line a lead, newest first:
 * person | company | contact | source | owner, team | status | hours ago | note | reason of its end.
 */
const TEXT = `
Friederike Oßwald | Stadtmarketing Lüneburg GmbH | friederike.osswald@stadtmarketing-lueneburg.example | WEB_SITE | - - | new | 0.2 | 300 Shirts mit Stadtwappen zum Hansefest, Angebot bis Freitag |
Cem Yıldız | | cem.yildiz@post.example | WEB_SITE | - - | new | 0.8 | Fragt nach Trikots für zwei Jugendmannschaften |
- | Tischlerei Hölzl & Sohn | info@tischlerei-hoelzl.example | TRADE_SHOW | - - | new | 2 | Visitenkarte vom Stand, Ansprechperson noch unbekannt |
Annegret Wülfing | Seniorenstift Lindenhöhe | +4915228817386 | EMAIL | - - | new | 5 | Kasacks für 40 Pflegekräfte |
Bjarne Thomsen | Thomsen Fischfeinkost | bjarne@thomsen-fisch.example | CAMPAIGN | - Nord | new | 9 | Hat auf den Newsletter geantwortet: Schürzen |
Rosalie Dürr | Weingut Dürr | rosalie.duerr@weingut-duerr.example | WORD_OF_MOUTH | - Süd | new | 26 | Empfehlung von Weingut Schloß Weißenfels |
Henning Röder | Röder Elektrotechnik GmbH | henning.roeder@roeder-elektro.example | COLD_CALL | lena Nord | working | 30 | Rückruf am Nachmittag vereinbart |
Zeynep Arslan | Physio am Markt | +4917139200271 | WEB_SITE | zoe Süd | working | 52 | Poloshirts mit Stick, 12 Personen |
Torben Jäger | Jäger Gerüstbau | torben@jaeger-geruestbau.example | PARTNER | jonas Nord | qualified | 75 | Budget 6.000 €, Entscheidung im nächsten Monat |
Leonie Grünwald | Kita Sonnenkäfer e. V. | leitung@sonnenkaefer.example | SELF_GENERATED | max Süd | new | 98 | |
Käthe Böhm | Böhm Blumen | kaethe@boehm-blumen.example | EXISTING_CUSTOMER | lena Nord | qualified | 120 | Schürzen und Caps für drei Filialen |
- | Autohaus Südring KG | kontakt@autohaus-suedring.example | CONFERENCE | zoe Süd | working | 170 | Werkstattkleidung, Einkauf wechselt gerade |
Ingo Säuberlich | Säuberlich Facility | ingo@saeuberlich.example | COLD_CALL | jonas Nord | disqualified | 240 | | Kauft zentral über die Konzernmutter
Marlene Voß | | marlene.voss@post.example | WEB_SITE | max Süd | disqualified | 400 | | Suchte ein einzelnes Hochzeitskleid
`;

/** Adds leads without triggers, as cards are added: with the past that they invent. */
export async function addDemoLeads(database: Database, context: DemoContext): Promise<void> {
  for (const lead of TEXT.trim().split("\n").map(readLine)) await addLead(database, lead, context);
}

async function addLead(database: Database, lead: DemoLead, context: DemoContext): Promise<void> {
  const { workspaceId, members, teams, now } = context;
  const find = async (kind: "person" | "organization", name: string) =>
    (
      await one<{ id: string }>(database, "select public.find_or_add_party($1, $2, $3) as id", [
        workspaceId,
        kind,
        name,
      ])
    ).id;
  const company = lead.company && (await find("organization", lead.company));
  const party = lead.person ? await find("person", lead.person) : company;
  if (lead.person && company) {
    await database.query("select private.relate_contact($1, $2, $3)", [
      workspaceId,
      party,
      company,
    ]);
  }
  const kind = lead.contact.includes("@") ? "email" : "phone";
  await database.query(
    "insert into public.contact_points (workspace_id, party_id, kind, value) values ($1, $2, $3, $4)",
    [workspaceId, party, kind, lead.contact],
  );
  const id = randomUUID();
  const createdAt = new Date(now.getTime() - lead.hoursAgo * 60 * 60 * 1000);
  const ownerId = lead.owner && members.get(lead.owner)?.id;
  await insertRows(database, "public.leads", [
    {
      id,
      workspace_id: workspaceId,
      party_id: party,
      organization_id: lead.person ? company : null,
      owner_id: ownerId,
      team_id: lead.team && teams.get(lead.team)?.id,
      is_private: false,
      status: lead.status,
      disqualified_reason: lead.reason,
      note: lead.note,
      source: lead.source,
      created_by: ownerId,
      version: 1,
      created_at: createdAt,
      updated_at: createdAt,
    },
  ]);
  await insertRows(database, "public.change_history", [
    {
      workspace_id: workspaceId,
      entity: "lead",
      entity_id: id,
      version: 1,
      op: "insert",
      actor_id: ownerId,
      changed_at: createdAt,
      changes: {},
    },
  ]);
  await database.query("select private.settle_lead_role($1, $2)", [workspaceId, party]);
}

/** @throws when a line cannot be read: a mistake in the demo's text */
function readLine(line: string): DemoLead {
  const cells = line.split("|").map((cell) => cell.trim());
  const [person, company, contact, source, hands = "", status, hoursAgo, note, reason] = cells;
  const [owner, team] = hands.split(" ");
  if (!contact || !source || !status) throw new Error(`Not a lead of the demo: ${line}`);
  return {
    person: given(person),
    company: given(company),
    contact,
    source,
    owner: given(owner),
    team: given(team),
    status,
    hoursAgo: Number(hoursAgo),
    note: given(note),
    reason: given(reason),
  };
}

function given(cell: string | undefined): string | null {
  return cell === undefined || cell === "" || cell === "-" ? null : cell;
}
