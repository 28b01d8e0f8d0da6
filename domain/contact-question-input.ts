import * as z from "zod/mini";
import {
  answerLengths,
  type ContactQuestion,
  maxOptions,
  maxQuestions,
  questionKinds,
} from "./contact-question";
import { id, line, text } from "./input-fields";
import { localizedText, typedInLanguages } from "./localized-text-input";

/** A question as it is kept. */
export const contactQuestion = z.object({
  id: z.string(),
  labels: localizedText,
  kind: z.enum(questionKinds),
  isRequired: z.boolean(),
  options: z.array(localizedText),
});

const words = typedInLanguages(line(120));

/** The questions of a page as an admin types them. */
export const typedQuestions = z
  .array(
    z
      .strictObject({
        id,
        labels: words,
        kind: z.enum(questionKinds),
        isRequired: z.boolean(),
        options: z.array(words).check(z.maxLength(maxOptions)),
      })
      .check(
        z.refine(
          ({ kind, options }) => (kind === "choice" ? options.length > 1 : options.length === 0),
          { path: ["options"] },
        ),
      ),
  )
  .check(
    z.maxLength(maxQuestions),
    z.refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length),
  );

/** Answers by the ids of their questions; what is not answered is left out. */
export const contactAnswers = z
  .record(id, text(answerLengths.long_text))
  .check(z.refine((answers) => Object.keys(answers).length <= maxQuestions));

/**
 * What may be answered to the questions of a page. An issue's path is the id of its question.
 */
export function answersTo(questions: readonly ContactQuestion[]) {
  return z.strictObject(
    Object.fromEntries(questions.map((question) => [question.id, answerTo(question)])),
  );
}

function answerTo({ kind, isRequired, options }: ContactQuestion) {
  const answer =
    kind === "choice"
      ? z.enum(options.flatMap(({ de, en }) => [de, en]).filter((option) => option !== undefined))
      : typedAnswer(kind);
  return isRequired ? answer : z.exactOptional(answer);
}

function typedAnswer(kind: "text" | "long_text") {
  return kind === "text" ? line(answerLengths.text) : text(answerLengths.long_text);
}
