import * as z from "zod/mini";
import { keepHere, readKept } from "../../../kept-here";

const inLanguages = z.object({ de: z.string(), en: z.string() });
const texts = z.object({ subjects: inLanguages, bodies: inLanguages });

const mail = z.object({
  /** What stood there when typing began, and the version that it stood in. */
  base: texts,
  version: z.int(),
  texts,
});

/** The mail of a campaign as its writer has it, not saved yet. */
export type TypedMail = z.infer<typeof mail>;
export type MailTexts = TypedMail["texts"];

/** Under which a member's unsaved mail is kept. */
export const mailKey = (memberId: string, campaignId: string) =>
  `spur:mail:${memberId}:${campaignId}`;

/** What this browser kept; null when there is nothing that can be read. */
export const readMail = (key: string): TypedMail | null => readKept(key, mail);

/** Keeps it, or with null forgets it. Where a browser keeps nothing, it is lost with the page. */
export const keepMail = (key: string, kept: TypedMail | null): void => keepHere(key, kept);
