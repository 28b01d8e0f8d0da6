"use server";

import { codeOfServerError, serverCaller } from "@/app/_trpc/server";
import type { ContactChallenge } from "@/domain/contact-page";
import { type SendContactMessage, sendContactMessage } from "@/domain/contact-page-input";
import type { FormState, FormValues } from "./form-state";

/** The form, sent with or without scripts: then it comes without a proof of work. */
export async function sendMessage(_before: FormState, form: FormData): Promise<FormState> {
  const values = readValues(form);
  const read = sendContactMessage.safeParse(inputOf(form, values));
  const missing = requiredProblems(form, values);
  if (!read.success || missing.length > 0) {
    const invalid = read.success ? [] : read.error.issues.map(({ path }) => String(path[0]));
    return { status: "open", values, problems: [...new Set([...invalid, ...missing])], code: null };
  }
  try {
    const caller = await serverCaller();
    return { status: await caller.contactPage.send(read.data), email: read.data.email };
  } catch (error) {
    const code = codeOfServerError(error) ?? "internal";
    if (code === "contact_not_readable") {
      return { status: "open", values, problems: ["phone"], code: null };
    }
    return { status: "open", values, problems: [], code };
  }
}

/** Null when it cannot be had: the message then goes without a proof. */
export async function askChallenge(slug: string): Promise<ContactChallenge | null> {
  const caller = await serverCaller();
  return await caller.contactPage.challenge({ slug }).catch(() => null);
}

function readValues(form: FormData): FormValues {
  const field = (name: string) => String(form.get(name) ?? "");
  return {
    name: field("name"),
    email: field("email"),
    company: field("company"),
    phone: field("phone"),
    body: field("body"),
    listIds: form.getAll("listIds").map(String),
    hasAgreed: form.has("hasAgreed"),
  };
}

function inputOf(form: FormData, values: FormValues): SendContactMessage {
  const challenge = String(form.get("challenge") ?? "");
  return {
    ...values,
    id: String(form.get("id")),
    slug: String(form.get("slug")),
    company: values.company.trim() || null,
    phone: values.phone.trim() || null,
    timeZone: String(form.get("timeZone")),
    locale: form.get("locale") === "en" ? "en" : "de",
    listIds: [...values.listIds],
    proof: challenge ? { challenge, solution: Number(form.get("solution")) } : null,
  };
}

/** What the workspace made a duty; the database holds it as well. */
function requiredProblems(form: FormData, values: FormValues): string[] {
  const required = String(form.get("required") ?? "").split(" ");
  const isMissing = {
    company: values.company.trim() === "",
    phone: values.phone.trim() === "",
    hasAgreed: !values.hasAgreed,
  };
  return (["company", "phone", "hasAgreed"] as const).filter(
    (name) => required.includes(name) && isMissing[name],
  );
}
