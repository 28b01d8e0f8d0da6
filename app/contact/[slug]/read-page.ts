import "server-only";

import { notFound } from "next/navigation";
import { cache } from "react";
import { codeOfServerError, serverCaller } from "@/app/_trpc/server";
import type { ContactPage } from "@/domain/contact-page";

/** The page of this address, read once a request. Answers "not found" unless it is open. */
export const readContactPage = cache(async (slug: string): Promise<ContactPage> => {
  const caller = await serverCaller();
  return await caller.contactPage.read({ slug }).catch((error: unknown) => {
    const code = codeOfServerError(error);
    if (code === "not_found" || code === "invalid_input") notFound();
    throw error;
  });
});
