/** A team as the settings list it. */
export type Team = {
  id: string;
  name: string;
  parentId: string | null;
  memberIds: string[];
  version: number;
};

export type TeamPatch = Partial<Pick<Team, "name" | "parentId">>;

/** A team in its place in the tree; `depth` 0 is the top. */
export type TeamNode = { team: Team; depth: number };

/** The tree as rows, each team right before those below it; siblings keep the order they came in. */
export function flattenTeams(teams: readonly Team[]): TeamNode[] {
  const known = new Set(teams.map(({ id }) => id));
  function below(parentId: string | null, depth: number): TeamNode[] {
    return teams
      .filter((team) => placeOf(team, known) === parentId)
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)]);
  }
  return below(null, 0);
}

/** The ids of a team and of all teams below it: where it cannot be moved to. */
export function subtreeIds(teams: readonly Team[], id: string): Set<string> {
  const ids = new Set([id]);
  // A set grows while it is walked through, and each id is in it once.
  for (const parentId of ids) {
    for (const team of teams) if (team.parentId === parentId) ids.add(team.id);
  }
  return ids;
}

/** A team whose parent is not in the list stands at the top: it must not vanish. */
function placeOf(team: Team, known: ReadonlySet<string>): string | null {
  return team.parentId !== null && known.has(team.parentId) ? team.parentId : null;
}
