import { randomUUID } from "node:crypto";
import { type Database, insertRows } from "../database";
import type { DemoContext, ToldCard } from "./cards";
import { type DemoCommunication, listDemoCommunications } from "./communications";

/** Adds what was said and written about the cards, and shows on each when that was last. */
export async function addDemoTimeline(
  database: Database,
  cards: readonly ToldCard[],
  context: DemoContext,
): Promise<void> {
  const known = new Map(cards.map(({ id, card }) => [card.name, { id, card }]));
  const rows = listDemoCommunications().map((communication) => {
    const about = known.get(communication.about);
    if (!about) throw new Error(`No opportunity of the demo: ${communication.about}`);
    return toRow(communication, about.id, context);
  });
  // Visibility and partner are the opportunity's; the trigger that copies them is off.
  await database.query(
    `insert into public.communications (id, workspace_id, opportunity_id, topic, type_code, direction,
      party_id, subject, body, occurred_at, author_id, created_at, updated_at)
    select r.id, r.workspace_id, r.opportunity_id, o.topic, r.type_code, r.direction,
      coalesce(o.contact_id, o.customer_id), r.subject, r.body, r.occurred_at, r.author_id,
      r.occurred_at, r.occurred_at
    from jsonb_populate_recordset(null::public.communications, $1) r
    join public.opportunities o on o.id = r.opportunity_id`,
    [JSON.stringify(rows)],
  );
  await insertRows(
    database,
    "public.change_history",
    rows.map((row) => ({
      workspace_id: row.workspace_id,
      entity: "communication",
      entity_id: row.id,
      version: 1,
      op: "insert",
      actor_id: row.author_id,
      changed_at: row.occurred_at,
      changes: {},
    })),
  );
  await database.query(
    `update public.opportunities o set last_activity_at = l.latest
    from (
      select opportunity_id, max(occurred_at) as latest from public.communications
      where workspace_id = $1 group by opportunity_id
    ) l where o.id = l.opportunity_id`,
    [context.workspaceId],
  );
}

function toRow(communication: DemoCommunication, opportunityId: string, context: DemoContext) {
  const { daysAgo, at, author, typeCode, direction, subject, body } = communication;
  const day = new Date(context.now.getTime() - daysAgo * 24 * 60 * 60 * 1000);
  return {
    id: randomUUID(),
    workspace_id: context.workspaceId,
    opportunity_id: opportunityId,
    type_code: typeCode,
    direction,
    subject,
    body,
    occurred_at: `${day.toISOString().slice(0, 10)}T${at}:00Z`,
    author_id: context.members.get(author)?.id,
  };
}
