import "server-only";

import { revalidatePath } from "next/cache";
import { codeOfServerError, serverCaller } from "@/app/_trpc/server";
import type { Correcting } from "@/domain/my-page";
import type { ActionState } from "./action-state";

type Caller = Awaited<ReturnType<typeof serverCaller>>["myPage"];

/** Does something on the page of whoever is signed in, and has it drawn anew. */
export async function act(
  form: FormData,
  work: (my: Caller) => Promise<Correcting | null>,
): Promise<ActionState> {
  try {
    const { myPage } = await serverCaller();
    const outcome = await work(myPage);
    revalidatePath("/contact/[slug]/my", "page");
    return { status: "done", outcome };
  } catch (error) {
    const code = codeOfServerError(error) ?? "internal";
    // Somebody who is not signed in any more sees where to come back; a conflict what is there now.
    if (code === "not_signed_in" || code === "conflict" || code === "not_found") {
      revalidatePath("/contact/[slug]/my", "page");
    }
    return { status: "failed", code, values: typed(form) };
  }
}

/** What stood in the fields of a form. */
export function typed(form: FormData): Record<string, string> {
  const values = [...form.entries()].filter(([name]) => !name.startsWith("$"));
  return Object.fromEntries(values.map(([name, value]) => [name, String(value)]));
}
