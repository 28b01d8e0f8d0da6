import { expect, it } from "vitest";
import { draftOf, newPartyOf } from "./new-party-draft";

const zone = "Europe/Berlin";

it("begins with what was looked for: a name, an address or a number", () => {
  expect(draftOf("Anna Weber")).toMatchObject({ name: "Anna Weber", contacts: [""] });
  expect(draftOf("anna@weber.test")).toMatchObject({ name: "", contacts: ["anna@weber.test"] });
  expect(draftOf("0221 / 47 11")).toMatchObject({ name: "", contacts: ["0221 / 47 11"] });
  expect(draftOf("4711")).toMatchObject({ name: "4711" });
});

it("is nobody without a name", () => {
  expect(newPartyOf({ ...draftOf("  "), contacts: ["anna@weber.test"] }, zone)).toBeNull();
});

it("sends what was typed and nothing that was not", () => {
  const draft = { ...draftOf(" Anna Weber "), contacts: [" anna@weber.test ", " "] };
  expect(newPartyOf(draft, zone)).toEqual({
    id: expect.any(String),
    mutationId: expect.any(String),
    kind: "person",
    name: "Anna Weber",
    contacts: ["anna@weber.test"],
    timeZone: zone,
  });
});

it("has a company that is known or named, as long as it is a person", () => {
  const draft = { ...draftOf("Anna"), role: "CUSTOMER" };
  const at = (company: { id: string; label: string }, kind: "person" | "organization" = "person") =>
    newPartyOf({ ...draft, kind, company }, zone);
  expect(at({ id: "c1", label: "Kunde AG" })).toMatchObject({ companyId: "c1", role: "CUSTOMER" });
  expect(at({ id: "", label: "Kunde AG" })).toMatchObject({ companyName: "Kunde AG" });
  expect(at({ id: "c1", label: "Kunde AG" }, "organization")).not.toHaveProperty("companyId");
});
