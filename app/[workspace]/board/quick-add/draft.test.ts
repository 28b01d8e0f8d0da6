import { describe, expect, it } from "vitest";
import { emptyDraft, opportunityOf } from "./draft";

const place = { stageId: "s", ownerId: "m", teamId: "t" };
const draft = { ...emptyDraft("EUR"), amount: "1200" };

describe("opportunityOf", () => {
  it("is named like its customer unless it has a name of its own", () => {
    const customer = { id: "c1", label: "Nordwind Segel" };
    expect(opportunityOf({ ...draft, customer }, place)).toEqual({
      stageId: "s",
      ownerId: "m",
      teamId: "t",
      name: "Nordwind Segel",
      customerId: "c1",
      amount: "1200",
      currency: "EUR",
    });
    expect(opportunityOf({ ...draft, customer, name: " Sails " }, place)?.name).toBe("Sails");
  });

  it("names a customer who is not known yet, and what they are", () => {
    const customer = { id: "", label: "Ida Fuchs" };
    const made = opportunityOf({ ...draft, customer, kind: "person" }, place);
    expect(made).toMatchObject({ customerName: "Ida Fuchs", customerKind: "person" });
    expect(made).not.toHaveProperty("customerId");
  });

  it("is none without a customer", () => {
    expect(opportunityOf(draft, place)).toBeNull();
  });
});
