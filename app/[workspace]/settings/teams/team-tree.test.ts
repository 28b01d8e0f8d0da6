import { describe, expect, it } from "vitest";
import { flattenTeams, subtreeIds, type Team } from "./team-tree";

function team(id: string, parentId: string | null = null): Team {
  return { id, name: id, parentId, memberIds: [], version: 1 };
}

const teams = [team("berlin", "north"), team("north"), team("south"), team("mitte", "berlin")];

describe("flattenTeams", () => {
  it("puts every team right after the one it belongs to", () => {
    const rows = flattenTeams(teams).map(({ team: { id }, depth }) => `${depth} ${id}`);
    expect(rows).toEqual(["0 north", "1 berlin", "2 mitte", "0 south"]);
  });

  it("shows a team whose parent is not there at the top", () => {
    expect(flattenTeams([team("berlin", "north")])).toHaveLength(1);
  });
});

describe("subtreeIds", () => {
  it("holds the team and everything below it", () => {
    expect([...subtreeIds(teams, "north")].sort()).toEqual(["berlin", "mitte", "north"]);
    expect([...subtreeIds(teams, "south")]).toEqual(["south"]);
  });
});
