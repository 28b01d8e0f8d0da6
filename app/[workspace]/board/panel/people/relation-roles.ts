/** Roles in a relationship of which people speak; the codes are those of OFBiz. */
const relationRoles = [
  "ACCOUNT",
  "CONTACT",
  "LEAD",
  "CUSTOMER",
  "SUPPLIER",
  "COMPETITOR",
  "PARTNER",
  "EMPLOYER",
  "EMPLOYEE",
  "MANAGER",
  "SALES_REP",
] as const;

export type RelationRole = (typeof relationRoles)[number];

/** Whether there is a word for a role; the others only sort the tree of roles. */
export function isTold(role: string): role is RelationRole {
  return relationRoles.some((known) => known === role);
}
