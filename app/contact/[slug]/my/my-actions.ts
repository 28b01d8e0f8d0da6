"use server";

import { cookies } from "next/headers";
import { isLocale, localeCookie } from "@/app/_i18n/locale";
import { type Correction, correctMyData } from "@/domain/my-page-input";
import { act, typed } from "./act";
import type { ActionState } from "./action-state";
import { readCorrection } from "./read-correction";

/** Corrects one thing that is known of the customer. */
export async function correct(_before: ActionState, form: FormData): Promise<ActionState> {
  return await applied(form, readCorrection(form));
}

/** Takes away a way to be reached. */
export async function remove(_before: ActionState, form: FormData): Promise<ActionState> {
  const kind = form.get("field");
  if (kind !== "address" && kind !== "phone" && kind !== "email") {
    return { status: "failed", code: "invalid_input", values: {} };
  }
  return await applied(form, {
    field: "remove",
    kind,
    contactPointId: String(form.get("contactPointId")),
    version: Number(form.get("version")),
  });
}

async function applied(form: FormData, correction: Correction | null): Promise<ActionState> {
  const read = correctMyData.safeParse({ id: form.get("id"), correction });
  if (!read.success) return { status: "failed", code: "invalid_input", values: typed(form) };
  const state = await act(form, ({ correct }) => correct(read.data));
  if (
    state.status === "done" &&
    correction?.field === "language" &&
    isLocale(correction.language)
  ) {
    (await cookies()).set(localeCookie, correction.language, { path: "/", sameSite: "lax" });
  }
  return state;
}

export async function withdraw(_before: ActionState, form: FormData): Promise<ActionState> {
  return await act(form, async (my) => {
    await my.withdraw({ id: String(form.get("id")) });
    return null;
  });
}

export async function write(_before: ActionState, form: FormData): Promise<ActionState> {
  return await act(form, async (my) => {
    await my.write({
      id: String(form.get("id")),
      about: String(form.get("about") ?? "") || null,
      body: String(form.get("body") ?? ""),
    });
    return null;
  });
}

export async function chooseList(_before: ActionState, form: FormData): Promise<ActionState> {
  return await act(form, async (my) => {
    await my.chooseList({
      listId: String(form.get("listId")),
      isWanted: form.get("wanted") === "true",
    });
    return null;
  });
}

export async function askForErasure(_before: ActionState, form: FormData): Promise<ActionState> {
  return await act(form, async (my) => {
    await my.askForErasure();
    return null;
  });
}

export async function withdrawErasure(_before: ActionState, form: FormData): Promise<ActionState> {
  return await act(form, async (my) => {
    await my.withdrawErasure();
    return null;
  });
}
