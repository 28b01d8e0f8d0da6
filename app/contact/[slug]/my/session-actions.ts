"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { codeOfServerError, serverCaller } from "@/app/_trpc/server";
import type { ErrorCode } from "@/domain/error-codes";
import { customerCookie } from "@/domain/my-page";
import { askForMyPage } from "@/domain/my-page-input";

export type AskState =
  | { status: "open"; email: string; code: ErrorCode | null }
  | { status: "asked"; email: string };

/** Asks for the link. What it answers never tells whether the address is known. */
export async function askForLink(_before: AskState, form: FormData): Promise<AskState> {
  const typed = String(form.get("email") ?? "");
  const read = askForMyPage.safeParse({
    slug: form.get("slug"),
    email: typed,
    locale: form.get("locale"),
  });
  if (!read.success) return { status: "open", email: typed, code: "invalid_input" };
  try {
    const caller = await serverCaller();
    await caller.myPage.ask(read.data);
    return { status: "asked", email: read.data.email };
  } catch (error) {
    return { status: "open", email: typed, code: codeOfServerError(error) ?? "internal" };
  }
}

/** The button behind the link of the mail. */
export async function enterMyPage(form: FormData): Promise<void> {
  const token = String(form.get("token"));
  const caller = await serverCaller();
  const entered = await caller.myPage.enter({ token }).catch((error: unknown) => {
    const problem = codeOfServerError(error) ?? "internal";
    redirect(`${pathOf(form)}/enter?${new URLSearchParams({ problem })}`);
  });
  const path = `/contact/${entered.slug}`;
  (await cookies()).set(customerCookie, entered.session, {
    path,
    httpOnly: true,
    sameSite: "lax",
    secure: (await headers()).get("origin")?.startsWith("https:") ?? false,
    maxAge: 7 * 24 * 60 * 60,
  });
  redirect(`${path}/my`);
}

export async function leaveMyPage(form: FormData): Promise<void> {
  const caller = await serverCaller();
  // Whatever the server says, this browser forgets it.
  await caller.myPage.leave().catch(() => {});
  const path = `/contact/${encodeURIComponent(String(form.get("slug")))}`;
  (await cookies()).set(customerCookie, "", { path, maxAge: 0, httpOnly: true, sameSite: "lax" });
  redirect(`${path}/my`);
}

export async function becomeCustomer(form: FormData): Promise<void> {
  const caller = await serverCaller();
  await caller.myPage.become({ partyId: String(form.get("partyId")) }).catch(() => {});
  redirect(pathOf(form));
}

/** The button behind the link that a new address was sent. */
export async function verifyEmail(form: FormData): Promise<void> {
  const token = String(form.get("token"));
  const caller = await serverCaller();
  const outcome = await caller.myPage.verifyEmail({ token }).then(
    ({ status, email }) => ({ done: status, email }),
    (error: unknown) => ({ problem: codeOfServerError(error) ?? "internal" }),
  );
  redirect(`${pathOf(form)}/verify?${new URLSearchParams({ ...outcome })}`);
}

function pathOf(form: FormData): string {
  return `/contact/${encodeURIComponent(String(form.get("slug")))}/my`;
}
