import type { ErrorCode } from "@/domain/error-codes";

/** What the form shows after it was sent; without scripts the server draws it anew with this. */
export type FormState =
  | { status: "open"; values: FormValues; problems: readonly string[]; code: ErrorCode | null }
  | { status: "received" | "unproven"; email: string };

/** As they were typed, so that nothing is lost by a refusal. */
export type FormValues = {
  name: string;
  email: string;
  company: string;
  phone: string;
  body: string;
  /** By the ids of their questions. */
  answers: Readonly<Record<string, string>>;
  listIds: readonly string[];
  hasAgreed: boolean;
};

export const emptyForm: FormState = {
  status: "open",
  values: {
    name: "",
    email: "",
    company: "",
    phone: "",
    body: "",
    answers: {},
    listIds: [],
    hasAgreed: false,
  },
  problems: [],
  code: null,
};

/** Before the id of a question: the name of its field. */
export const answerPrefix = "answer.";
