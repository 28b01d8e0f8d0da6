import { type Database, one } from "../database";
import type { DemoOpportunity } from "./table";

/** What some customers are to us besides: everyone is worked like a customer. */
const OTHER_ROLES: readonly (readonly [name: string, roleCode: string])[] = [
  ["Mustermann GmbH", "SUPPLIER"],
  ["Garnweberei Lindqvist AB", "SUPPLIER"],
  ["Société Générale du Coton S.A.S.", "SUPPLIER"],
  ["Hôtel Étoile du Léman SA", "PARTNER"],
  ["Billigtex Discount GmbH", "COMPETITOR"],
];

/** Everybody that the demo's opportunities name. Returns the ids by kind and name. */
export async function addDemoParties(
  database: Database,
  workspaceId: string,
  opportunities: readonly DemoOpportunity[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const find = async (kind: "person" | "organization", name: string, roleCode: string) => {
    const { id } = await one<{ id: string }>(
      database,
      "select public.find_or_add_party($1, $2, $3, $4) as id",
      [workspaceId, kind, name, roleCode],
    );
    ids.set(partyKey(kind, name), id);
    return id;
  };
  for (const { customer, customerKind, contact } of opportunities) {
    const customerId = await find(customerKind, customer, "CUSTOMER");
    if (!contact) continue;
    const contactId = await find("person", contact, "CONTACT");
    await database.query("select private.relate_contact($1, $2, $3)", [
      workspaceId,
      contactId,
      customerId,
    ]);
  }
  for (const [name, roleCode] of OTHER_ROLES) await find("organization", name, roleCode);
  await employ(database, workspaceId, {
    employerId: ids.get(partyKey("organization", "Mustermann GmbH")),
    personId: ids.get(partyKey("person", "Maxinchen Musterfrau")),
    title: "Buchhaltung",
  });
  await database.query(
    "update public.party_roles set valid = daterange(current_date - 400, null) where workspace_id = $1",
    [workspaceId],
  );
  return ids;
}

export function partyKey(kind: string, name: string): string {
  return `${kind}:${name}`;
}

async function employ(
  database: Database,
  workspaceId: string,
  job: { employerId: string | undefined; personId: string | undefined; title: string },
): Promise<void> {
  await database.query(
    `insert into public.party_relationships (workspace_id, type_code, from_party_id, from_role_code,
      to_party_id, to_role_code, title, valid)
    values ($1, 'EMPLOYMENT', $2, 'EMPLOYER', $3, 'EMPLOYEE', $4, daterange(current_date - 400, null))`,
    [workspaceId, job.employerId, job.personId, job.title],
  );
}
