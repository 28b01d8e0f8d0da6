import { expect, it } from "vitest";
import { errorCodes } from "@/domain/error-codes";
import de from "./messages/de/errors.json";
import en from "./messages/en/errors.json";

it.each([
  ["de", de],
  ["en", en],
])("every way to fail has its sentence in %s, and no sentence is left over", (_, sentences) => {
  expect(Object.keys(sentences).sort()).toEqual([...errorCodes].sort());
});
