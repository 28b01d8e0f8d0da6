/** Where an interest came from: the lead sources of OFBiz. */
export const leadSourceCodes = [
  "COLD_CALL",
  "EXISTING_CUSTOMER",
  "SELF_GENERATED",
  "EMPLOYEE",
  "PARTNER",
  "PUBLIC_RELATIONS",
  "DIRECT_MAIL",
  "CONFERENCE",
  "TRADE_SHOW",
  "WEB_SITE",
  "WORD_OF_MOUTH",
  "EMAIL",
  "CAMPAIGN",
  "OTHER",
] as const;

export type LeadSourceCode = (typeof leadSourceCodes)[number];
