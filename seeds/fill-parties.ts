import { withoutIndexes } from "./bulk";
import { type Database, inTransaction } from "./database";
import { BRANCHES, FAMILY_NAMES, LEGAL_FORMS, PEOPLE } from "./names";
import { withoutTriggers } from "./quiet";

/** From here on it is less work to build the indexes anew. */
const BULK_FROM = 50_000;
const BULK_TABLES = ["public.parties", "public.party_roles"];

/**
 * Adds parties that nothing was sold to yet: half of them people; every fifth a customer, every
 * hundredth a supplier, every thousandth of value A; two in three looked after by somebody. For
 * lists of any length; no event tells of them.
 */
export async function fillParties(
  databaseUrl: string,
  workspaceId: string,
  count: number,
): Promise<void> {
  await inTransaction(databaseUrl, (database) =>
    withoutTriggers(database, async () => {
      const add = () => addParties(database, workspaceId, count);
      await (count < BULK_FROM ? add() : withoutIndexes(database, BULK_TABLES, add));
    }),
  );
  await inTransaction(databaseUrl, (database) =>
    database.query(
      "analyze public.parties, public.party_roles, public.party_classifications, public.contact_points",
    ),
  );
}

async function addParties(database: Database, workspaceId: string, count: number): Promise<void> {
  const add = (sql: string) => database.query(sql, [workspaceId]);
  await database.query(
    `create temp table list_parties on commit drop as
    select n, gen_random_uuid() as id, abs(hashint4(n)::bigint) as draw from generate_series(0, ${count - 1}) n`,
  );
  await add(
    `with owners as (select array_agg(id order by name, id) as ids from public.members where workspace_id = $1)
    insert into public.parties (workspace_id, id, kind, name, owner_id, source, status, created_at, updated_at)
    select $1, id, case n % 2 when 0 then 'person' else 'organization' end::public.party_kind,
      case n % 2 when 0 then concat_ws(' ', split_part(${pick(PEOPLE, "n / 2")}, ' ', 1), ${pick(FAMILY_NAMES, "n / 3")}, n)
        else concat_ws(' ', ${pick(FAMILY_NAMES, "n / 3")}, ${pick(BRANCHES, "n / 5")}, n, ${pick(LEGAL_FORMS, "n")}) end,
      case when draw % 3 > 0 then o.ids[1 + draw % cardinality(o.ids)] end,
      case draw % 4 when 1 then 'WEB_SITE' when 2 then 'TRADE_SHOW' end,
      case when draw % 50 = 7 then 'inactive' else 'active' end,
      now() - n * interval '1 second', now() - n * interval '1 second'
    from list_parties, owners o`,
  );
  await add(
    `insert into public.party_roles (workspace_id, party_id, role_code)
    select $1, id, case when draw % 100 = 5 then 'SUPPLIER' else 'CUSTOMER' end from list_parties where draw % 5 = 0`,
  );
  await add(
    `insert into public.party_classifications (workspace_id, party_id, class_code, class_kind)
    select $1, id, 'VALUE_A', 'VALUE' from list_parties where draw % 1000 = 3`,
  );
  await add(
    `insert into public.contact_points (workspace_id, party_id, kind, value, is_primary)
    select $1, id, 'email', 'info-' || n || '@beispiel.example', false from list_parties where draw % 100 = 1`,
  );
}

/** SQL for the entry of a list that the number `n` falls on, going round. */
function pick(list: readonly string[], n: string): string {
  const quoted = list.map((entry) => `'${entry.replaceAll("'", "''")}'`).join(", ");
  return `(array[${quoted}])[1 + (${n}) % ${list.length}]`;
}
