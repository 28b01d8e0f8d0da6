import { customerCookie } from "@/domain/my-page";
import { beginNewestMail } from "@/supabase/tests/contact-page";
import type { openDatabase } from "@/supabase/tests/database";
import type { Cookies } from "./supabase";
import { browserCookies, type Caller, callerWith, signedOutCaller } from "./testing";

type Pool = ReturnType<typeof openDatabase>;

/** The token in the newest mail of a template, which the worker would send now. */
export async function mailedToken(pool: Pool, template: string, email: string): Promise<string> {
  return (await beginNewestMail(pool, template, email)).token;
}

/** Asks for a link, opens it, and keeps the session as the page does. */
export async function enterAsCustomer(
  pool: Pool,
  slug: string,
  email: string,
): Promise<{ caller: Caller; cookies: Cookies }> {
  await signedOutCaller().myPage.ask({ slug, email, locale: "de" });
  await pool.query(
    "select private.take_sign_in_request(id) from private.sign_in_requests where email = $1",
    [email],
  );
  const token = await mailedToken(pool, "sign_in", email);
  const { session } = await signedOutCaller().myPage.enter({ token });
  const cookies = browserCookies();
  await cookies.setAll([{ name: customerCookie, value: session, options: {} }], {});
  return { caller: callerWith(cookies), cookies };
}

/** Opens the pages of a workspace's customers. */
export async function openMyPages(pool: Pool, workspaceId: string): Promise<void> {
  await pool.query(
    "update public.contact_pages set is_open = true, has_my_page = true where workspace_id = $1",
    [workspaceId],
  );
}
