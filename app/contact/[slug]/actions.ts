"use server";

import { refresh } from "next/cache";
import type * as z from "zod/mini";
import { codeOfServerError, serverCaller } from "@/app/_trpc/server";
import type { ContactChallenge, ContactPage } from "@/domain/contact-page";
import { type SendContactMessage, sendContactMessage } from "@/domain/contact-page-input";
import { answersTo } from "@/domain/contact-question-input";
import { answerPrefix, type FormState, type FormValues } from "./form-state";

/** The form, sent with or without scripts: then it comes without a proof of work. */
export async function sendMessage(_before: FormState, form: FormData): Promise<FormState> {
  const values = readValues(form);
  try {
    const caller = await serverCaller();
    const page = await caller.contactPage.read({ slug: String(form.get("slug")) });
    const input = inputOf(form, values, page);
    const read = sendContactMessage.safeParse(input);
    const problems = problemsOf(read.error, page, input);
    if (!read.success || problems.length > 0) return refused(values, problems);
    return { status: await caller.contactPage.send(read.data), email: read.data.email };
  } catch (error) {
    const code = codeOfServerError(error) ?? "internal";
    if (code === "contact_not_readable") return refused(values, ["phone"]);
    return { status: "open", values, problems: [], code };
  }
}

function refused(values: FormValues, problems: readonly string[]): FormState {
  // The page may ask something else since it was opened.
  refresh();
  return { status: "open", values, problems, code: null };
}

/** Null when it cannot be had: the message then goes without a proof. */
export async function askChallenge(slug: string): Promise<ContactChallenge | null> {
  const caller = await serverCaller();
  return await caller.contactPage.challenge({ slug }).catch(() => null);
}

function readValues(form: FormData): FormValues {
  const field = (name: string) => String(form.get(name) ?? "");
  const answers = [...form].filter(([name]) => name.startsWith(answerPrefix));
  return {
    name: field("name"),
    email: field("email"),
    company: field("company"),
    phone: field("phone"),
    body: field("body"),
    answers: Object.fromEntries(
      answers.map(([name, answer]) => [name.slice(answerPrefix.length), String(answer)]),
    ),
    listIds: form.getAll("listIds").map(String),
    hasAgreed: form.has("hasAgreed"),
  };
}

function inputOf(form: FormData, values: FormValues, page: ContactPage) {
  const challenge = String(form.get("challenge") ?? "");
  return {
    ...values,
    id: String(form.get("id")),
    slug: page.slug,
    company: values.company.trim() || null,
    phone: values.phone.trim() || null,
    timeZone: page.timeZone,
    // What is not asked any more is nothing that somebody could mend.
    answers: Object.fromEntries(
      page.questions
        .map(({ id }) => [id, values.answers[id]?.trim() ?? ""])
        .filter(([, answer]) => answer !== ""),
    ),
    locale: form.get("locale") === "en" ? "en" : "de",
    listIds: [...values.listIds],
    proof: challenge ? { challenge, solution: Number(form.get("solution")) } : null,
  } satisfies SendContactMessage;
}

/** The names of the fields at fault. What the workspace made a duty, the database holds as well. */
function problemsOf(
  invalid: z.core.$ZodError | undefined,
  { fields, consentTexts, questions }: ContactPage,
  { company, phone, hasAgreed, answers }: ReturnType<typeof inputOf>,
): string[] {
  const problems = new Set(invalid?.issues.map(({ path }) => String(path[0])));
  // Which of them it is, the page's own questions tell.
  problems.delete("answers");
  if (fields.company === "required" && company === null) problems.add("company");
  if (fields.phone === "required" && phone === null) problems.add("phone");
  if (consentTexts && !hasAgreed) problems.add("hasAgreed");
  for (const { path } of answersTo(questions).safeParse(answers).error?.issues ?? []) {
    problems.add(`${answerPrefix}${String(path[0])}`);
  }
  return [...problems];
}
