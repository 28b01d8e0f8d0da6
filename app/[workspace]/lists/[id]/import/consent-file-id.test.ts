import { expect, test } from "vitest";
import { consentFileId } from "./consent-file-id";

const list = "00000000-0000-4000-8000-000000000001";
const row = { email: "anna@spur.test", name: null, wording: "Ja.", givenOn: "2024-03-09" };

test("the same file for the same list is the same import", () => {
  const id = consentFileId(list, "Ordner 3", [row]);
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(consentFileId(list, "Ordner 3", [{ ...row }])).toBe(id);
});

test("another row, proof or list makes another import", () => {
  const ids = [
    consentFileId(list, "Ordner 3", [row]),
    consentFileId(list, "Ordner 3", [row, row]),
    consentFileId(list, "Ordner 4", [row]),
    consentFileId(list.replace(/1$/, "2"), "Ordner 3", [row]),
  ];
  expect(new Set(ids).size).toBe(4);
});
