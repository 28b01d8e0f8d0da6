import { randomUUID } from "node:crypto";
import { type Database, insertRows } from "../database";
import type { DemoContext, ToldCard } from "./cards";
import { partyKey } from "./parties";

const customer = "Maxinchen Musterfrau";
const company = "Mustermann GmbH";
const about = "1.000 T-Shirts mit Aufdruck";

/** From the customer's page: hours ago, who of us wrote (nobody: the customer), what. */
const talk = [
  [
    52,
    null,
    "Guten Tag, passt der Aufdruck auch auf die Rückseite? Viele Grüße, Maxinchen Musterfrau",
  ],
  [49, "lena", "Ja, bis 30 × 40 cm. Ein Muster liegt morgen in der Post."],
  [3, null, "Das Muster ist da und gefällt uns sehr. Können wir das Blau etwas dunkler haben?"],
] as const;

const name = (family: string) => ({
  salutation: "Frau",
  title: "Dr.",
  given_name: "Maxinchen",
  family_name: family,
});

/**
 * What customers do on their own pages: a talk, a correction that waits for the team, and somebody
 * who wants to be forgotten. Without triggers, as all of the demo.
 */
export async function addDemoCustomerPages(
  database: Database,
  cards: readonly ToldCard[],
  { workspaceId, members, parties, now }: DemoContext,
): Promise<void> {
  const card = cards.find((one) => one.card.name === about);
  const customerId = parties.get(partyKey("person", customer));
  const companyId = parties.get(partyKey("organization", company));
  if (!card || !customerId || !companyId) throw new Error("The demo has lost its customer.");
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000);
  await database.query(
    `insert into public.communications (id, workspace_id, opportunity_id, topic, type_code, direction, party_id,
      body, occurred_at, author_id, is_shared, is_proven)
    select r.id, r.workspace_id, r.opportunity_id, o.topic, r.type_code, r.direction, r.party_id, r.body,
      r.occurred_at, r.author_id, true, r.author_id is null
    from jsonb_populate_recordset(null::public.communications, $1) r
    join public.opportunities o on o.id = r.opportunity_id`,
    [
      JSON.stringify(
        talk.map(([hours, author, body]) => ({
          id: randomUUID(),
          workspace_id: workspaceId,
          opportunity_id: card.id,
          type_code: "WEB_SITE_COMMUNICATI",
          direction: author === null ? "incoming" : "outgoing",
          party_id: customerId,
          body,
          occurred_at: hoursAgo(hours),
          author_id: author === null ? null : members.get(author)?.id,
        })),
      ),
    ],
  );
  await database.query(
    `update public.party_relationships set shares_page = true
     where workspace_id = $1 and from_party_id = $2 and to_party_id = $3 and type_code in ('CONTACT_REL', 'EMPLOYMENT')`,
    [workspaceId, companyId, customerId],
  );
  await insertRows(database, "public.customer_changes", [
    {
      id: randomUUID(),
      workspace_id: workspaceId,
      party_id: customerId,
      field: "name",
      op: "change",
      before: name("Musterfrau"),
      after: name("Musterfrau-Klein"),
      status: "waiting",
      created_at: hoursAgo(2),
      updated_at: hoursAgo(2),
    },
  ]);
  await database.query(
    `insert into public.erasure_requests (workspace_id, party_id, due_on, created_at, updated_at)
     select p.workspace_id, p.id, ($2::timestamptz + interval '1 month')::date, $2, $2
     from public.parties p where p.workspace_id = $1 and p.name = 'Ditte Sørensen'`,
    [workspaceId, hoursAgo(24 * 26)],
  );
}
