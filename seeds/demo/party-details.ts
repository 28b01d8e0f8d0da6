import type { Database } from "../database";
import { partyKey } from "./parties";

type Details = { kind: "person" | "organization"; name: string; fields: Record<string, unknown> };

/** What is known of some parties of the demo. */
const DETAILS: readonly Details[] = [
  {
    kind: "organization",
    name: "Mustermann GmbH",
    fields: {
      legal_form: "GmbH",
      industry: "Gastronomie und Handel",
      employees: 180,
      revenue: 21500000,
      revenue_currency: "EUR",
      vat_id: "DE123456789",
      registration: "HRB 4711, Amtsgericht Köln",
      language: "de",
      currency: "EUR",
      time_zone: "Europe/Berlin",
      source: "TRADE_SHOW",
    },
  },
  {
    kind: "person",
    name: "Maxinchen Musterfrau",
    fields: {
      salutation: "Frau",
      title: "Dr.",
      occupation: "Buchhalterin",
      birthday: "1984-06-12",
      language: "de",
    },
  },
  {
    kind: "organization",
    name: "Société Générale du Coton S.A.S.",
    fields: { legal_form: "S.A.S.", industry: "Garne", language: "fr", currency: "EUR" },
  },
];

const ADDRESSES: readonly { name: string; address: Record<string, string> }[] = [
  {
    name: "Mustermann GmbH",
    address: { street: "Musterweg 12", postalCode: "50667", city: "Köln", country: "DE" },
  },
  {
    name: "Société Générale du Coton S.A.S.",
    address: { street: "12 rue des Exemples", postalCode: "59000", city: "Lille", country: "FR" },
  },
];

type Classification = { name: string; code: string; kind: string; reason: string | null };

const CLASSIFICATIONS: readonly Classification[] = [
  { name: "Mustermann GmbH", code: "VALUE_A", kind: "VALUE", reason: "Kauft seit Jahren" },
  { name: "Mustermann GmbH", code: "SIZE_MEDIUM", kind: "SIZE", reason: null },
  {
    name: "Nordlicht Events GmbH",
    code: "BLACKLIST",
    kind: "BLACKLIST",
    reason: "Rechnung 2026-0417 seit 90 Tagen offen",
  },
];

/** Fields, addresses and classes of some parties, and the names of people in their parts. */
export async function addDemoPartyDetails(
  database: Database,
  workspaceId: string,
  partyIds: ReadonlyMap<string, string>,
): Promise<void> {
  await database.query(
    `update public.parties p set
      given_name = nullif(regexp_replace(trim(p.name), '\\s*\\S+$', ''), ''),
      family_name = substring(trim(p.name) from '\\S+$')
    where p.workspace_id = $1 and p.kind = 'person' and p.given_name is null and p.family_name is null`,
    [workspaceId],
  );
  for (const { kind, name, fields } of DETAILS) {
    const columns = Object.keys(fields);
    await database.query(
      `update public.parties set (${columns.join(", ")}) = (
        select ${columns.map((column) => `f.${column}`).join(", ")}
        from jsonb_populate_record(null::public.parties, $2) f)
      where id = $1`,
      [partyIds.get(partyKey(kind, name)), JSON.stringify(fields)],
    );
  }
  for (const { name, address } of ADDRESSES) {
    await database.query(
      `insert into public.contact_points (workspace_id, party_id, kind, value, address, purposes)
      values ($1, $2, 'postal', '', $3, '{GENERAL_LOCATION}')`,
      [workspaceId, partyIds.get(partyKey("organization", name)), JSON.stringify(address)],
    );
  }
  for (const { name, code, kind, reason } of CLASSIFICATIONS) {
    await database.query(
      `insert into public.party_classifications
        (workspace_id, party_id, class_code, class_kind, reason, created_by)
      select $1, $2, $3, $4, $5, m.id from public.members m
      where m.workspace_id = $1 order by m.created_at, m.id limit 1`,
      [workspaceId, partyIds.get(partyKey("organization", name)), code, kind, reason],
    );
  }
}
