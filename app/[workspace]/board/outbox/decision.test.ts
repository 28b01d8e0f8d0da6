import { expect, test } from "vitest";
import type { OutboxEntry } from "@/app/_realtime/outbox/entry";
import { patchOf, typedIn } from "./decision";

const patch = { nextStep: "mine", name: "mine", amount: "5" };
const entry = {
  kind: "edit" as const,
  at: 1,
  name: "n",
  input: { id: "o", version: 3, patch, mutationId: "m" },
};
const changed = { base: "base", yours: "mine", theirs: "theirs" };
const conflict = {
  kind: "conflict" as const,
  id: "m",
  entry,
  version: 5,
  fields: { nextStep: changed, name: changed },
};

test("of the fields in conflict only what its author keeps is written, and all that is in none", () => {
  expect(patchOf(conflict, { nextStep: "mine", name: "theirs" })).toEqual({
    nextStep: "mine",
    amount: "5",
  });
});

test("where nothing of an edit is kept there is nothing to write", () => {
  const { amount: _, ...both } = patch;
  const without = { ...conflict, entry: { ...entry, input: { ...entry.input, patch: both } } };
  expect(patchOf(without, { nextStep: "theirs", name: "theirs" })).toBeNull();
});

test("what was typed for a new opportunity is told with the name of its customer", () => {
  const created: OutboxEntry = {
    kind: "create",
    at: 1,
    name: "n",
    input: {
      id: "o",
      mutationId: "m",
      stageId: "s",
      name: "n",
      currency: "EUR",
      customerName: "c",
      amount: null,
    },
  };
  expect(typedIn(created)).toEqual([
    ["name", "n"],
    ["customerId", "c"],
    ["stageId", "s"],
  ]);
});
