import { randomUUID } from "node:crypto";
import { type Database, insertRows } from "../database";
import { nextRankNumber, rankKeys } from "../ranks";
import type { Member, Stage, Team } from "../types";
import { dayIn, type Stay, tellStays } from "./biography";
import { partyKey } from "./parties";
import type { DemoOpportunity } from "./table";

export type DemoContext = {
  workspaceId: string;
  stages: readonly Stage[];
  teams: ReadonlyMap<string, Team>;
  /** By the keys of people.ts. */
  members: ReadonlyMap<string, Member>;
  /** By `partyKey`. */
  parties: ReadonlyMap<string, string>;
  now: Date;
};

/** A card with its id and the way it took. */
export type ToldCard = { id: string; card: DemoOpportunity; stays: Stay[] };

const TEAMS = { N: "Nord", S: "Süd", V: "Vertrieb", W: null, P: null } as const;

/** Adds the cards, each with the past that brought it where it is. */
export async function addDemoCards(
  database: Database,
  cards: readonly DemoOpportunity[],
  context: DemoContext,
): Promise<ToldCard[]> {
  const told = cards.map((card) => ({
    id: randomUUID(),
    card,
    stays: tellStays(card, context.stages, context.now),
  }));
  const start = await nextRankNumber(database, context.workspaceId);
  const ranks = await rankKeys(database, start, told.length);
  await insertRows(
    database,
    "public.opportunities",
    told.map((each, index) => ({ ...toRow(each, context), rank: ranks[index] })),
  );
  const stays = told.flatMap((each) => toStays(each, context));
  await insertRows(database, "public.opportunity_stage_history", stays);
  const changes = told.flatMap((each) => toChanges(each, context));
  await insertRows(database, "public.change_history", changes);
  return told;
}

function toRow({ id, card, stays }: ToldCard, context: DemoContext) {
  const { workspaceId, parties, teams, now } = context;
  const ownerId = context.members.get(card.owner)?.id;
  const teamName = TEAMS[card.sight];
  const last = stays.at(-1);
  return {
    id,
    workspace_id: workspaceId,
    stage_id: last?.stage.id,
    name: card.name,
    customer_id: parties.get(partyKey(card.customerKind, card.customer)),
    contact_id: card.contact && parties.get(partyKey("person", card.contact)),
    owner_id: ownerId,
    team_id: teamName && teams.get(teamName)?.id,
    is_private: card.sight === "P",
    amount: card.amount,
    currency: card.currency,
    probability: card.probability,
    expected_close_on: card.closeIn === null ? null : dayIn(now, card.closeIn),
    next_step: card.nextStep,
    next_step_on: card.nextStepIn === null ? null : dayIn(now, card.nextStepIn),
    source: card.source,
    lost_reason: card.lostReason,
    stage_entered_at: last?.enteredAt,
    closed_at: last?.stage.kind === "open" ? null : last?.enteredAt,
    created_by: ownerId,
    version: stays.length,
    created_at: stays[0]?.enteredAt,
    updated_at: last?.enteredAt,
  };
}

function toStays({ id, card, stays }: ToldCard, { workspaceId, members }: DemoContext) {
  return stays.map(({ stage, enteredAt, leftAt }) => ({
    workspace_id: workspaceId,
    opportunity_id: id,
    stage_id: stage.id,
    entered_at: enteredAt,
    left_at: leftAt,
    moved_by: members.get(card.owner)?.id,
  }));
}

/** As `write_history` tells an insert and the moves after it. */
function toChanges({ id, card, stays }: ToldCard, { workspaceId, members }: DemoContext) {
  return stays.map(({ stage, enteredAt }, index) => {
    const before = stays[index - 1];
    return {
      workspace_id: workspaceId,
      entity: "opportunity",
      entity_id: id,
      version: index + 1,
      op: before ? "update" : "insert",
      actor_id: members.get(card.owner)?.id,
      changed_at: enteredAt,
      changes: before
        ? {
            stage_id: [before.stage.id, stage.id],
            stage_entered_at: [before.enteredAt, enteredAt],
          }
        : {},
    };
  });
}
