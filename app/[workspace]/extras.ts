// What every page of a workspace has from its first quiet moment on, as one file.
export { LeadHost } from "./add-lead/lead-host";
export { SearchHost } from "./search/search-host";
export { SignOut } from "./sign-out";
