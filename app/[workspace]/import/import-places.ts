import type { AccessRole } from "@/domain/access";
import type { ImportContext, ImportStage } from "@/domain/import-row";

/** Where imported opportunities can go and whose they can be. */
export type ImportPlaces = {
  stages: ImportStage[];
  members: ImportContext["members"];
  /** The teams to whose opportunities the importer may add. */
  teams: { id: string; name: string }[];
  /** The team that is chosen at first; null is everybody in the workspace. */
  teamId: string | null;
};

type Team = { id: string; name: string; parentId: string | null; memberIds: readonly string[] };

type Workspace = {
  stages: readonly (ImportStage & { retiredAt: string | null })[];
  members: readonly {
    id: string;
    name: string;
    email: string;
    deactivatedAt: string | null;
  }[];
  teams: readonly Team[];
};

/** What of a workspace an import may use; `stages` in the order of the pipeline. */
export function importPlaces(
  workspace: Workspace,
  importer: { memberId: string; accessRole: AccessRole },
): ImportPlaces {
  const own = workspace.teams.filter((team) => team.memberIds.includes(importer.memberId));
  const [onlyTeam, ...others] = own;
  return {
    stages: workspace.stages
      .filter((stage) => stage.retiredAt === null)
      .map(({ id, name, kind }) => ({ id, name, kind })),
    members: workspace.members
      .filter((member) => member.deactivatedAt === null)
      .map(({ id, name, email }) => ({ id, name, email })),
    teams: teamsWithin(workspace.teams, own, importer.accessRole).map(({ id, name }) => ({
      id,
      name,
    })),
    teamId: onlyTeam && others.length === 0 ? onlyTeam.id : null,
  };
}

/** Reps reach their teams, managers also those below, admins all. */
function teamsWithin(
  teams: readonly Team[],
  own: readonly Team[],
  role: AccessRole,
): readonly Team[] {
  if (role === "admin") return teams;
  if (role !== "manager") return own;
  const reached = new Set(own.map((team) => team.id));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { id, parentId } of teams) {
      if (parentId !== null && reached.has(parentId)) reached.add(id);
    }
  }
  return teams.filter((team) => reached.has(team.id));
}
