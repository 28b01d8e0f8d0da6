import { expect, test } from "vitest";
import { readEntry } from "./read-entry";

const id = "00000000-0000-4000-8000-000000000001";
const mutationId = "00000000-0000-4000-8000-000000000002";
const about = { at: 1, name: "n" };

test("every kind of write is read back as it was kept", () => {
  const entries = [
    {
      ...about,
      kind: "create",
      input: { id, mutationId, stageId: id, name: "n", currency: "EUR" },
    },
    { ...about, kind: "move", input: { id, mutationId, stageId: id, afterId: null, beforeId: id } },
    {
      ...about,
      kind: "moveMany",
      input: { ids: [id], mutationId, stageId: id, afterId: null, beforeId: null },
    },
    // Of a card that is still to be made.
    { ...about, kind: "edit", input: { id, mutationId, version: 0, patch: { nextStep: "b" } } },
    { ...about, kind: "remove", input: { id, mutationId } },
  ];
  for (const entry of entries) expect(readEntry(JSON.stringify(entry))).toEqual(entry);
});

test("what is no entry of this version is not sent", () => {
  const unknown = { ...about, kind: "merge", input: { id, mutationId } };
  const halved = JSON.stringify(unknown).slice(0, 20);
  for (const text of [JSON.stringify(unknown), halved, "null"]) expect(readEntry(text)).toBeNull();
});
