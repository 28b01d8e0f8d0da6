import { randomUUID } from "node:crypto";
import type { AccessRole } from "@/domain/access";
import { type Database, one } from "./database";
import type { Member, Stage, StageSeed, Team } from "./types";

export type WorkspaceSetUp = {
  id?: string;
  slug: string;
  company: string;
  currency?: string;
  timeZone?: string;
  locale?: "de" | "en";
  /** Becomes the first admin. */
  admin: { userId: string; givenName: string; familyName: string };
  firstTeam: string;
  stages: readonly StageSeed[];
};

export type NewMember = {
  userId: string;
  email: string;
  givenName: string;
  familyName: string;
  accessRole: AccessRole;
  teamIds: readonly string[];
};

/** Sets a workspace up the way its first user does, through `create_workspace`. */
export async function addWorkspace(
  database: Database,
  setUp: WorkspaceSetUp,
): Promise<{ id: string; slug: string; stages: Stage[]; team: Team; admin: Member }> {
  const id = setUp.id ?? randomUUID();
  const { admin } = setUp;
  await actAs(database, admin.userId);
  const { slug } = await one<{ slug: string }>(
    database,
    "select public.create_workspace($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as slug",
    [
      id,
      setUp.slug,
      setUp.company,
      setUp.currency ?? "EUR",
      setUp.timeZone ?? "Europe/Berlin",
      setUp.locale ?? "de",
      admin.givenName,
      admin.familyName,
      setUp.firstTeam,
      JSON.stringify(setUp.stages),
    ],
  );
  await actAs(database, null);
  const stages = await database.query<Stage>(
    "select id, name, kind, probability from public.stages where workspace_id = $1 order by position",
    [id],
  );
  const team = await one<Team>(
    database,
    `select id, name, parent_id as "parentId" from public.teams where workspace_id = $1`,
    [id],
  );
  const member = await one<Member>(
    database,
    `select id, user_id as "userId", party_id as "partyId", name, email, access_role as "accessRole"
    from public.members where workspace_id = $1`,
    [id],
  );
  return { id, slug, stages: stages.rows, team, admin: member };
}

export async function addTeam(
  database: Database,
  workspaceId: string,
  name: string,
  parentId: string | null = null,
): Promise<Team> {
  return await one<Team>(
    database,
    `insert into public.teams (workspace_id, name, parent_id) values ($1, $2, $3)
    returning id, name, parent_id as "parentId"`,
    [workspaceId, name, parentId],
  );
}

/** A user becomes a member, a person and an employee, as by an accepted invitation. */
export async function addMember(
  database: Database,
  workspaceId: string,
  member: NewMember,
): Promise<Member> {
  const { id } = await one<{ id: string }>(
    database,
    "select private.add_member($1, $2, $3, $4, $5, $6) as id",
    [
      workspaceId,
      member.userId,
      member.email,
      member.givenName,
      member.familyName,
      member.accessRole,
    ],
  );
  await database.query(
    `insert into public.team_members (workspace_id, team_id, member_id)
    select $1, t, $3 from unnest($2::uuid[]) t`,
    [workspaceId, member.teamIds, id],
  );
  return await one<Member>(
    database,
    `select id, user_id as "userId", party_id as "partyId", name, email, access_role as "accessRole"
    from public.members where id = $1`,
    [id],
  );
}

/** Later statements of the transaction run as this user would have called them; null: as nobody. */
async function actAs(database: Database, userId: string | null): Promise<void> {
  const claims = userId ? JSON.stringify({ sub: userId, role: "authenticated" }) : "";
  await database.query("select set_config('request.jwt.claims', $1, true)", [claims]);
}
