import { describe, expect, test } from "vitest";
import { emptyMapping } from "@/domain/import-guess";
import { type Choices, choicesFor } from "./import-state";
import type { FileFacts } from "./reading/worker-protocol";

const team = "00000000-0000-4000-8000-000000000021";
const otherTeam = "00000000-0000-4000-8000-000000000022";

function facts(...header: string[]): FileFacts {
  const guess = { ...emptyMapping(), customer: 0 };
  return { header, delimiter: ";", encoding: "utf-8", rowCount: 1, samples: [], guess };
}

const chosen: Choices = {
  mapping: { ...emptyMapping(), customer: 1 },
  stages: { traum: "00000000-0000-4000-8000-000000000001" },
  owners: {},
  teamId: otherTeam,
};

describe("the choices for a file", () => {
  test("are a guess at first", () => {
    expect(choicesFor(facts("Kunde"), null, team)).toEqual({
      mapping: { ...emptyMapping(), customer: 0 },
      stages: {},
      owners: {},
      teamId: team,
    });
  });

  test("stay for the mended version of the same file", () => {
    const before = { facts: facts("Kunde", "Firma"), choices: chosen };
    expect(choicesFor(facts("Kunde", "Firma"), before, team)).toBe(chosen);
  });

  test("begin anew for another file, except for the team", () => {
    const before = { facts: facts("Kunde", "Firma"), choices: chosen };
    expect(choicesFor(facts("Kunde"), before, team)).toMatchObject({
      mapping: { customer: 0 },
      stages: {},
      teamId: otherTeam,
    });
  });
});
