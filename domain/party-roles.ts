/**
 * The roles of OFBiz that the interface names; a workspace adds its own, which have a name.
 * Groups of the tree are not played by anybody: they are there to order the others.
 */
export const roleGroups = [
  "SFA_ROLE",
  "CUSTOMER",
  "VENDOR",
  "ORGANIZATION_ROLE",
  "PERSON_ROLE",
] as const;

export const roleCodes = [
  "CUSTOMER",
  "BILL_TO_CUSTOMER",
  "SHIP_TO_CUSTOMER",
  "END_USER_CUSTOMER",
  "PLACING_CUSTOMER",
  "LEAD",
  "ACCOUNT_LEAD",
  "PROSPECT",
  "CONTACT",
  "ACCOUNT",
  "OWNER",
  "REFERRER",
  "SUPPLIER",
  "VENDOR",
  "BILL_FROM_VENDOR",
  "SHIP_FROM_VENDOR",
  "SUPPLIER_AGENT",
  "PARTNER",
  "COMPETITOR",
  "EMPLOYEE",
  "MANAGER",
  "SALES_REP",
  "EMPLOYER",
  "DEPARTMENT",
  "DIVISION",
  "INTERNAL_ORGANIZATIO",
] as const;
export type RoleCode = (typeof roleCodes)[number];

const known: ReadonlySet<string> = new Set(roleCodes);
export const isRoleCode = (code: string): code is RoleCode => known.has(code);

/** Types of relationships, with the codes of OFBiz. */
export const relationshipTypes = [
  "EMPLOYMENT",
  "CONTACT_REL",
  "MANAGER",
  "REPORTS_TO",
  "ASSISTANT",
  "PARENT_ACCOUNT",
  "GROUP_ROLLUP",
  "OWNER",
  "PARTNERSHIP",
  "SUPPLIER_REL",
  "CUSTOMER_REL",
  "DISTRIBUTION_CHANNEL",
  "AGENT",
  "ACCOUNT",
  "LEAD_REL",
  "LEAD_OWNER",
  "SPOUSE",
  "PARENT",
  "CHILD",
  "FRIEND",
] as const;
export type RelationshipType = (typeof relationshipTypes)[number];

/** Those that read the same from both ends. */
export const mutualTypes: ReadonlySet<RelationshipType> = new Set([
  "PARTNERSHIP",
  "SPOUSE",
  "FRIEND",
]);
