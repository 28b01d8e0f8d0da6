/** One message file per namespace and language: `messages/<locale>/<namespace>.json`. */
export const namespaces = [
  "common",
  "auth",
  "errors",
  "frame",
  "board",
  "campaign",
  "lead",
  "opportunity",
  "query",
  "views",
  "communication",
  "contact",
  "contactList",
  "contactPage",
  "myPage",
  "party",
  "partyList",
  "import",
  "request",
  "search",
  "settings",
  "setup",
  "task",
] as const;

export type Namespace = (typeof namespaces)[number];
