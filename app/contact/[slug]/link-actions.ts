"use server";

import { redirect } from "next/navigation";
import { codeOfServerError, serverCaller } from "@/app/_trpc/server";

/** Each does what the link of a mail is for, and shows the same page with how it went. */
export async function confirmSubscription(form: FormData): Promise<void> {
  const caller = await serverCaller();
  await follow(form, "confirm", (token) => caller.subscriptionLink.confirm({ token }));
}

export async function unsubscribe(form: FormData): Promise<void> {
  const caller = await serverCaller();
  await follow(form, "unsubscribe", (token) => caller.subscriptionLink.unsubscribe({ token }));
}

export async function sendWaitingMessage(form: FormData): Promise<void> {
  const caller = await serverCaller();
  await follow(form, "send", (token) => caller.contactPage.confirmMessage({ token }));
}

async function follow(form: FormData, page: string, act: (token: string) => Promise<unknown>) {
  const token = String(form.get("token"));
  const outcome = await act(token).then(
    () => ({ done: "yes" }),
    (error: unknown) => ({ problem: codeOfServerError(error) ?? "internal" }),
  );
  const query = new URLSearchParams({ token, ...outcome });
  redirect(`/contact/${encodeURIComponent(String(form.get("slug")))}/${page}?${query}`);
}
