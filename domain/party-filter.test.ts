import { describe, expect, test } from "vitest";
import {
  countPartyConditions,
  noPartyFilter,
  type PartyFilter,
  partyQueryOf,
  readPartyFilter,
  writePartyFilter,
} from "./party-filter";
import { partyPageInput } from "./party-list-input";

const ida = "11111111-1111-4111-8111-111111111111";
const otto = "aaaaaaaa-2222-4222-8222-222222222222";

const full: PartyFilter = {
  sort: "changed",
  isDescending: true,
  text: "Müller, Söhne & Co",
  kinds: ["organization"],
  roles: ["CUSTOMER", "OWN_1F"],
  owners: ["me", otto, "none"],
  classes: ["VALUE_A"],
  statuses: ["inactive"],
  sources: ["TRADE_SHOW", "none"],
  isBlacklisted: true,
};

describe("the address of a list of parties", () => {
  test("says a filter in full, and nothing where all is as usual", () => {
    const reread = (filter: PartyFilter) =>
      readPartyFilter(new URLSearchParams(writePartyFilter(filter)));
    expect(reread(full)).toEqual(full);
    expect(reread(noPartyFilter)).toEqual(noPartyFilter);
    expect(writePartyFilter(noPartyFilter)).toEqual({});
    expect(countPartyConditions(full)).toBe(7);
  });

  test("is read as far as it makes sense", () => {
    const said = {
      sort: "-beauty",
      q: `\u0000${"x".repeat(99)}\ud83d\ude00`,
      owner: `Otto,${otto.toUpperCase()},${otto}`,
      role: "customer,CUSTOMER",
      source: "EMAIL,SKY",
      blacklist: "1",
    };
    expect(readPartyFilter(new URLSearchParams(said))).toEqual({
      ...noPartyFilter,
      text: "x".repeat(99),
      owners: [otto],
      roles: ["CUSTOMER"],
      sources: ["EMAIL"],
    });
  });

  test("asks only what the server takes, for whoever looks", () => {
    const query = partyQueryOf(full, ida);
    expect(query.condition.ownerIds).toEqual([ida, otto, "none"]);
    expect(partyPageInput.safeParse({ query, limit: 50 }).success).toBe(true);
    expect(partyQueryOf(noPartyFilter, ida)).toEqual({
      sort: "name",
      isDescending: false,
      condition: {},
    });
  });
});
