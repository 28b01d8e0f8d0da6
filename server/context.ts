import { randomUUID } from "node:crypto";
import { customerCookie } from "@/domain/my-page";
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
  /** For a customer on their own page: nobody's client, which bears their session. */
  customer: () => Backend;
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
    customer: () => anonymousClient({ ...visitorHeaders(headers), ...customerHeaders(cookies) }),
    cookies,
  };
}

/** The database knows by this whose page it is. */
function customerHeaders(cookies: Cookies): Record<string, string> {
  const held = cookies.getAll();
  const session = Array.isArray(held) ? held.find(({ name }) => name === customerCookie) : null;
  return session && /^[\w-]{43}$/.test(session.value) ? { "x-spur-customer": session.value } : {};
}
