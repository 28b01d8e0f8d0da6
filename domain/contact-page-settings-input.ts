import * as z from "zod/mini";
import { contactQuestion, typedQuestions } from "./contact-question-input";
import { id, line, text, version } from "./input-fields";
import { localizedText, typedInLanguages } from "./localized-text-input";
import { changeRulesByField } from "./my-page";

const fieldUse = z.enum(["off", "optional", "required"]);

const texts = (field: z.ZodMiniType<string, string>) => z.nullable(typedInLanguages(field));

const privacyUrl = z.url({ protocol: /^https?$/ }).check(z.maxLength(2000));

/** Characters of the logo's data URL: what a page may carry of a picture. */
export const maxLogoLength = 90_000;

const logo = z
  .string()
  .check(
    z.maxLength(maxLogoLength),
    z.regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/),
  );

/** All of a contact page; `version` is the one that the editor saw. */
export const updateContactPage = z.strictObject({
  version,
  page: z
    .strictObject({
      isOpen: z.boolean(),
      titles: texts(line(120)),
      introductions: texts(text(2000)),
      thanks: texts(text(2000)),
      logo: z.nullable(logo),
      consentTexts: texts(text(2000)),
      privacyUrl: z.nullable(privacyUrl),
      fields: z.strictObject({ company: fieldUse, phone: fieldUse }),
      questions: typedQuestions,
      /** Null is all that are on offer. */
      listIds: z.nullable(z.array(id).check(z.maxLength(100))),
      hasMyPage: z.boolean(),
      changeRules: changeRulesByField,
      assignment: z.enum(["queue", "member", "turns"]),
      memberId: z.nullable(id),
      teamId: z.nullable(id),
    })
    .check(
      z.refine(({ assignment, memberId }) => assignment !== "member" || memberId !== null, {
        path: ["memberId"],
      }),
      z.refine(({ assignment, teamId }) => assignment !== "turns" || teamId !== null, {
        path: ["teamId"],
      }),
    ),
});

const settings = z.object({
  isOpen: z.boolean(),
  titles: z.nullable(localizedText),
  introductions: z.nullable(localizedText),
  thanks: z.nullable(localizedText),
  logo: z.nullable(z.string()),
  consentTexts: z.nullable(localizedText),
  privacyUrl: z.nullable(z.string()),
  fields: z.object({ company: fieldUse, phone: fieldUse }),
  questions: z.array(contactQuestion),
  listIds: z.nullable(z.array(z.string())),
  hasMyPage: z.boolean(),
  changeRules: changeRulesByField,
  assignment: z.enum(["queue", "member", "turns"]),
  memberId: z.nullable(z.string()),
  teamId: z.nullable(z.string()),
  version: z.number(),
});

/** What an admin decided about the contact page. */
export type ContactPageSettings = z.infer<typeof settings>;

/** Null for something else. */
export function parseContactPageSettings(row: unknown): ContactPageSettings | null {
  return settings.safeParse(row).data ?? null;
}
