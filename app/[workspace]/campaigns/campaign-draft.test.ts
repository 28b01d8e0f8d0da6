import { expect, it } from "vitest";
import { draftOf, fieldsOf } from "./campaign-draft";

const draft = { ...draftOf(null), name: " Herbst " };

it("sends what was typed, and nothing for what is empty", () => {
  expect(fieldsOf(draft)).toEqual({
    fields: { name: "Herbst", description: null, startsOn: null, endsOn: null, budget: null },
  });
});

it("names the field that is in the way", () => {
  expect(fieldsOf({ ...draft, name: " " })).toEqual({ problem: "name" });
  expect(fieldsOf({ ...draft, startsOn: "2026-02-01", endsOn: "2026-01-31" })).toEqual({
    problem: "endsOn",
  });
});
