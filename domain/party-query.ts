import type { LeadSourceCode } from "./lead-source";

/** What a list of parties can be ordered by: the alphabet, or when they came or last changed. */
export const partySorts = ["name", "created", "changed"] as const;
export type PartySort = (typeof partySorts)[number];

export const partyKinds = ["person", "organization"] as const;
export const partyStatuses = ["active", "inactive"] as const;

/** Of a role or a class. */
export const typeCode = /^[A-Z][A-Z0-9_]{1,39}$/;

/** Stands for "without": nobody's, from no known source. */
type Without = "none";

/** Every condition must hold; of a list, one. A role holds for those below it. */
export type PartyCondition = {
  /** Words of the name, by their beginnings. */
  text?: string;
  kinds?: (typeof partyKinds)[number][];
  roles?: string[];
  ownerIds?: (string | Without)[];
  classes?: string[];
  statuses?: (typeof partyStatuses)[number][];
  sources?: (LeadSourceCode | Without)[];
  blacklisted?: boolean;
};

/** Which parties a list shows, in which order. Absolute: what "me" meant is resolved before. */
export type PartyQuery = { sort: PartySort; isDescending: boolean; condition: PartyCondition };
