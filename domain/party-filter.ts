import { cleanLine } from "./import-text";
import { leadSourceCodes } from "./lead-source";
import {
  type PartyCondition,
  type PartyQuery,
  type PartySort,
  partyKinds,
  partySorts,
  partyStatuses,
  typeCode,
} from "./party-query";

/** What a person chose on the list of parties, as it stands in the address and in a saved view. */
export type PartyFilter = {
  readonly sort: PartySort;
  readonly isDescending: boolean;
  readonly text: string;
  readonly kinds: readonly string[];
  readonly roles: readonly string[];
  /** Ids of members, `me`, `none`. */
  readonly owners: readonly string[];
  readonly classes: readonly string[];
  readonly statuses: readonly string[];
  readonly sources: readonly string[];
  /** Those on the blacklist only. */
  readonly isBlacklisted: boolean;
};

export const noPartyFilter: PartyFilter = {
  sort: "name",
  isDescending: false,
  text: "",
  kinds: [],
  roles: [],
  owners: [],
  classes: [],
  statuses: [],
  sources: [],
  isBlacklisted: false,
};

/** The lists that a filter may hold one of, each with its search parameter. */
const lists = {
  kinds: "kind",
  roles: "role",
  owners: "owner",
  classes: "class",
  statuses: "status",
  sources: "source",
} as const;
type PartyFacet = keyof typeof lists;
const facets = Object.keys(lists).flatMap((name) => (isFacet(name) ? [name] : []));

function isFacet(name: string): name is PartyFacet {
  return name in lists;
}

// By hand, not by schema, as the filter of the board: the server reads it again with the schema.
const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Half of a character, of which the database can make nothing. */
const halved = /\p{Surrogate}$/u;
const longestText = 100;

const isWord: Record<PartyFacet, (word: string) => boolean> = {
  kinds: (word) => among(partyKinds, word),
  roles: (word) => typeCode.test(word),
  owners: (word) => word === "me" || word === "none" || guid.test(word),
  classes: (word) => typeCode.test(word),
  statuses: (word) => among(partyStatuses, word),
  sources: (word) => among([...leadSourceCodes, "none"], word),
};

function among(all: readonly string[], word: string): boolean {
  return all.includes(word);
}

/** What an address or a saved view says; what it cannot say is left out. */
export function readPartyFilter(parameters: { get(name: string): string | null }): PartyFilter {
  const said = (name: string) => parameters.get(name) ?? "";
  const some = (facet: PartyFacet) => {
    const wanted = said(lists[facet])
      .split(",")
      .map((word) => (guid.test(word) ? word.toLowerCase() : word));
    return [...new Set(wanted)].filter(isWord[facet]).slice(0, 50);
  };
  const order = said("sort");
  const sort = partySorts.find((one) => order === one || order === `-${one}`);
  return {
    sort: sort ?? noPartyFilter.sort,
    isDescending: sort !== undefined && order.startsWith("-"),
    text: cleanLine(said("q")).slice(0, longestText).replace(halved, "").trimEnd(),
    kinds: some("kinds"),
    roles: some("roles"),
    owners: some("owners"),
    classes: some("classes"),
    statuses: some("statuses"),
    sources: some("sources"),
    isBlacklisted: said("blacklist") === "yes",
  };
}

/** The search parameters that say a filter; what is as usual is not said. */
export function writePartyFilter(filter: PartyFilter): Record<string, string> {
  const order = `${filter.isDescending ? "-" : ""}${filter.sort}`;
  return {
    ...(order !== "name" && { sort: order }),
    ...(filter.text !== "" && { q: filter.text }),
    ...Object.fromEntries(
      facets
        .filter((facet) => filter[facet].length > 0)
        .map((facet) => [lists[facet], filter[facet].join(",")]),
    ),
    ...(filter.isBlacklisted && { blacklist: "yes" }),
  };
}

/** How many conditions a filter sets, beside its text. */
export function countPartyConditions(filter: PartyFilter): number {
  const set = facets.filter((facet) => filter[facet].length > 0).length;
  return set + (filter.isBlacklisted ? 1 : 0);
}

/** What a filter asks of the database, for one member. */
export function partyQueryOf(filter: PartyFilter, memberId: string): PartyQuery {
  const { sort, isDescending, text, roles, owners, classes, isBlacklisted } = filter;
  const ownerIds = [...new Set(owners.map((one) => (one === "me" ? memberId : one)))];
  const pick = <T extends string>(all: readonly T[], words: readonly string[]): T[] =>
    all.filter((one) => words.includes(one));
  const kinds = pick(partyKinds, filter.kinds);
  const statuses = pick(partyStatuses, filter.statuses);
  const sources = pick([...leadSourceCodes, "none"] as const, filter.sources);
  const condition: PartyCondition = {
    ...(text !== "" && { text }),
    ...(kinds.length > 0 && { kinds }),
    ...(roles.length > 0 && { roles: [...roles] }),
    ...(ownerIds.length > 0 && { ownerIds }),
    ...(classes.length > 0 && { classes: [...classes] }),
    ...(statuses.length > 0 && { statuses }),
    ...(sources.length > 0 && { sources }),
    ...(isBlacklisted && { blacklisted: true }),
  };
  return { sort, isDescending, condition };
}
