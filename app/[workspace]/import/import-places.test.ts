import { describe, expect, test } from "vitest";
import { importPlaces } from "./import-places";

const workspace = {
  stages: [
    { id: "s1", name: "Kontakt", kind: "open" as const, retiredAt: null },
    { id: "s2", name: "Früher", kind: "open" as const, retiredAt: "2026-01-01T00:00:00Z" },
  ],
  members: [
    { id: "m1", name: "Mia", email: "mia@spur.example", deactivatedAt: null },
    { id: "m2", name: "Ben", email: "ben@spur.example", deactivatedAt: "2026-01-01T00:00:00Z" },
  ],
  teams: [
    { id: "south-west", name: "Südwest", parentId: "south", memberIds: [] },
    { id: "sales", name: "Vertrieb", parentId: null, memberIds: ["m1"] },
    { id: "south", name: "Süd", parentId: "sales", memberIds: ["m3"] },
    { id: "it", name: "IT", parentId: null, memberIds: [] },
  ],
};

function teamsOf(accessRole: "rep" | "manager" | "admin", memberId = "m1") {
  return importPlaces(workspace, { memberId, accessRole }).teams.map((team) => team.id);
}

describe("an import can go", () => {
  test("to stages in use and members who are still there", () => {
    const { stages, members } = importPlaces(workspace, { memberId: "m1", accessRole: "rep" });
    expect(stages.map(({ id }) => id)).toEqual(["s1"]);
    expect(members.map(({ id }) => id)).toEqual(["m1"]);
  });

  test("to the teams that the importer reaches", () => {
    expect(teamsOf("rep")).toEqual(["sales"]);
    expect(teamsOf("manager")).toEqual(["south-west", "sales", "south"]);
    expect(teamsOf("admin")).toEqual(["south-west", "sales", "south", "it"]);
  });

  test("at first to the importer's team, if there is only one", () => {
    const teamOf = (memberId: string) =>
      importPlaces(workspace, { memberId, accessRole: "rep" }).teamId;
    expect([teamOf("m1"), teamOf("m9")]).toEqual(["sales", null]);
  });
});
