import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Actor, call, makeUser } from "./actors";
import { value } from "./database";

type AccessRole = "rep" | "manager" | "marketing" | "admin";

export interface Member extends Actor {
  userId: string;
  email: string;
  memberId: string;
}

/** A workspace with a pipeline, three teams and somebody in every part. */
export interface World {
  workspaceId: string;
  stages: { enquiry: string; offer: string; won: string; lost: string };
  /** East stands below north; south beside them. */
  teams: { north: string; east: string; south: string };
  admin: Member;
  /** Of north, so also of east. */
  manager: Member;
  /** In east. */
  owner: Member;
  /** In east. */
  colleague: Member;
  /** In south. */
  otherRep: Member;
  /** In east. */
  marketing: Member;
  /** Was in east. */
  deactivated: Member;
  customerId: string;
}

const STAGES = [
  { name: "Enquiry", kind: "open", probability: 5, rotDays: 14 },
  { name: "Offer", kind: "open", probability: 40 },
  { name: "Won", kind: "won", probability: 100 },
  { name: "Lost", kind: "lost", probability: 0 },
];

/** A world of one's own: tests share a database, not a workspace. */
export async function makeWorld(pool: pg.Pool): Promise<World> {
  const workspaceId = randomUUID();
  const user = await makeUser(pool);
  await call(pool, user, "create_workspace", {
    p_id: workspaceId,
    p_slug: `w-${workspaceId.slice(0, 13)}`,
    p_company: "Mustermann GmbH",
    p_currency: "EUR",
    p_time_zone: "Europe/Berlin",
    p_locale: "de",
    p_given_name: "Ada",
    p_family_name: "Admin",
    p_team_name: "North",
    p_stages: STAGES,
  });
  const idOf = async (sql: string, values: unknown[] = []) =>
    String(await value(pool, sql, [workspaceId, ...values]));
  const stage = (name: string) =>
    idOf("select id from public.stages where workspace_id = $1 and name = $2", [name]);
  const team = (name: string, parent: string | null) =>
    idOf(
      "insert into public.teams (workspace_id, name, parent_id) values ($1, $2, $3) returning id",
      [name, parent],
    );

  const north = await idOf("select id from public.teams where workspace_id = $1");
  const teams = { north, east: await team("East", north), south: await team("South", null) };
  const member = (name: string, role: AccessRole, teamId: string) =>
    addMember(pool, workspaceId, name, role, teamId);
  const world: World = {
    workspaceId,
    stages: {
      enquiry: await stage("Enquiry"),
      offer: await stage("Offer"),
      won: await stage("Won"),
      lost: await stage("Lost"),
    },
    teams,
    admin: {
      ...user,
      memberId: await idOf("select id from public.members where workspace_id = $1"),
    },
    manager: await member("Mara", "manager", north),
    owner: await member("Otto", "rep", teams.east),
    colleague: await member("Conny", "rep", teams.east),
    otherRep: await member("Rolf", "rep", teams.south),
    marketing: await member("Marta", "marketing", teams.east),
    deactivated: await member("Dora", "rep", teams.east),
    customerId: await idOf(
      "insert into public.parties (workspace_id, kind, name) values ($1, 'organization', 'Kunde AG') returning id",
    ),
  };
  await pool.query("update public.members set deactivated_at = now() where id = $1", [
    world.deactivated.memberId,
  ]);
  return world;
}

/** A new user as a member of a workspace and of a team. */
async function addMember(
  pool: pg.Pool,
  workspaceId: string,
  name: string,
  role: AccessRole,
  teamId?: string,
): Promise<Member> {
  const user = await makeUser(pool);
  const memberId = await value(pool, "select private.add_member($1, $2, $3, $4, 'Muster', $5)", [
    workspaceId,
    user.userId,
    user.email,
    name,
    role,
  ]);
  if (teamId) {
    await pool.query(
      "insert into public.team_members (workspace_id, team_id, member_id) values ($1, $2, $3)",
      [workspaceId, teamId, memberId],
    );
  }
  return { ...user, memberId: String(memberId) };
}
