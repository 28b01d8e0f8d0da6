import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Actor, call } from "./actors";
import { one, type Row, value } from "./database";
import type { World } from "./world";

/** A lead as the functions answer it, as far as tests look at it. */
export interface Lead {
  id: string;
  version: number;
  status: string;
  queue: string;
  ownerId: string | null;
  teamId: string | null;
  party: { id: string; kind: string; name: string };
  organization: { id: string; name: string } | null;
  contactPoint: { value: string } | null;
  opportunityId: string | null;
}

/** Adds a lead open to the whole workspace and to be taken, unless told. */
export async function addLead(
  pool: pg.Pool,
  world: World,
  actor: Actor,
  given: Row = {},
): Promise<Lead> {
  return asLead(
    await call(pool, actor, "add_lead", {
      p_id: randomUUID(),
      p_workspace_id: world.workspaceId,
      p_name: `Petra Probe ${randomUUID().slice(0, 8)}`,
      p_mutation_id: randomUUID(),
      ...given,
    }),
  );
}

export async function takeLead(pool: pg.Pool, actor: Actor, id: string): Promise<Lead> {
  return asLead(await call(pool, actor, "take_lead", { p_id: id, p_mutation_id: randomUUID() }));
}

/** Into the first column, unless told. Answers the card. */
export async function convertLead(
  pool: pg.Pool,
  world: World,
  actor: Actor,
  id: string,
  given: Row = {},
): Promise<Row> {
  const card = await call(pool, actor, "convert_lead", {
    p_id: id,
    p_opportunity_id: randomUUID(),
    p_stage_id: world.stages.enquiry,
    p_name: "Ein Geschäft",
    p_currency: "EUR",
    p_mutation_id: randomUUID(),
    ...given,
  });
  if (typeof card !== "object" || card === null) throw new Error("No card.");
  return { ...card };
}

export async function setLeadStatus(
  pool: pg.Pool,
  actor: Actor,
  id: string,
  status: string,
  reason: string | null = null,
): Promise<Lead> {
  return asLead(
    await call(pool, actor, "set_lead_status", {
      p_id: id,
      p_status: status,
      p_mutation_id: randomUUID(),
      p_reason: reason,
    }),
  );
}

/** A call with the party of the lead; answers its id. */
export async function logLeadCall(pool: pg.Pool, actor: Actor, id: string): Promise<string> {
  const communicationId = randomUUID();
  await call(pool, actor, "log_lead_communication", {
    p_id: communicationId,
    p_lead_id: id,
    p_type_code: "PHONE_COMMUNICATION",
    p_mutation_id: randomUUID(),
    p_body: "Ruft zurück",
  });
  return communicationId;
}

export async function readLead(pool: pg.Pool, id: string): Promise<Row> {
  return await one(pool, "select * from public.leads where id = $1", [id]);
}

/** The roles of a party today. */
export async function rolesOf(pool: pg.Pool, partyId: string): Promise<unknown> {
  return await value(
    pool,
    `select coalesce(array_agg(role_code order by role_code), '{}') from public.party_roles
     where party_id = $1 and valid @> current_date`,
    [partyId],
  );
}

function asLead(answer: unknown): Lead {
  if (typeof answer !== "object" || answer === null || !("queue" in answer)) {
    throw new Error(`No lead: ${JSON.stringify(answer)}`);
  }
  // Parsed for real in domain/; here only the fields that a test names are read.
  return answer as Lead;
}
