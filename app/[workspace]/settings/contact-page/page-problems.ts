import { updateContactPage } from "@/domain/contact-page-settings-input";
import type { PageInput } from "./page-draft";

/** The fields at fault by their paths, "questions.0.labels". */
export type PageProblems = ReadonlySet<string>;

/** What the server would refuse. */
export function problemsOf(page: PageInput): PageProblems {
  const { error } = updateContactPage.safeParse({ version: 1, page });
  return new Set(error?.issues.map(({ path }) => path.slice(1).join(".")));
}
