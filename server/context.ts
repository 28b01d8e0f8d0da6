import { randomUUID } from "node:crypto";
import type { Backend } from "./database";
import { anonymousClient, type Cookies, userClient } from "./supabase";
import { visitorHeaders } from "./visitor";

/** The page says in which workspace it works; policies decide whether its user may. */
export const workspaceHeader = "x-spur-workspace";

/** The page says whose it is: another tab may have signed in somebody else since it was opened. */
export const userHeader = "x-spur-user";

export type Context = {
  requestId: string;
  /** As they were sent, not yet checked. */
  workspaceId: string | null;
  userId: string | null;
  supabase: Backend;
  /** For pages that anybody may open: nobody's client, which says where the request came from. */
  visitor: () => Backend;
  cookies: Cookies;
};

const plainId = /^[\w-]{8,64}$/;

/** Made for one request or one rendering, never shared between two. */
export function createContext(options: { headers: Headers; cookies: Cookies }): Context {
  const { headers, cookies } = options;
  const sentId = headers.get("x-request-id") ?? "";
  return {
    requestId: plainId.test(sentId) ? sentId : randomUUID(),
    workspaceId: headers.get(workspaceHeader),
    userId: headers.get(userHeader),
    supabase: userClient(cookies),
    visitor: () => anonymousClient(visitorHeaders(headers)),
    cookies,
  };
}
