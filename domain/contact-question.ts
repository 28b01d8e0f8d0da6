import type { LocalizedText } from "./localized-text";

// Without zod, as all that the public pages draw with.

export const questionKinds = ["text", "long_text", "choice"] as const;

/** What the form of a contact page asks beside its own fields; only a choice has options. */
export type ContactQuestion = {
  id: string;
  labels: LocalizedText;
  kind: (typeof questionKinds)[number];
  isRequired: boolean;
  options: LocalizedText[];
};

export const maxQuestions = 10;
export const maxOptions = 20;

/** Characters of an answer that is typed; with them ten fit behind the longest message. */
export const answerLengths = { text: 200, long_text: 800 } as const;
