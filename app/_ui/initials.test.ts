import { describe, expect, it } from "vitest";
import { initials } from "./initials";

describe("initials", () => {
  it.each([
    ["Maxinchen Musterfrau", "MM"],
    ["Anna Maria von der Heide", "AH"],
    ["Mustermann GmbH", "MG"],
    ["Jean-Luc", "JL"],
    ["spur", "S"],
    ["émile zola", "ÉZ"],
    ["anna@example.org", "AO"],
    ["李小龙", "李"],
    ["", "?"],
  ])("of %s are %s", (name, letters) => expect(initials(name)).toBe(letters));
});
