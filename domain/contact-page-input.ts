import * as z from "zod/mini";
import { contactAnswers } from "./contact-question-input";
import { email, id, line, text } from "./input-fields";
import { slugPattern } from "./workspace-slug";

const slug = z.string().check(z.regex(slugPattern));

/** The token of a mailed link. */
const token = z.string().check(z.regex(/^[\w-]{20,64}$/));

export const contactPageAddress = z.strictObject({ slug });

export const contactLink = z.strictObject({ token });

/** `proof` is null where no script could run: then the sender confirms by mail. */
export const sendContactMessage = z.strictObject({
  id,
  slug,
  name: line(200),
  email,
  company: z.nullable(line(200)),
  phone: z.nullable(line(60)),
  /** Of the workspace: numbers without a country code are dialled there. */
  timeZone: line(64),
  body: text(10_000),
  /** Pages that were opened before there were any send none. */
  answers: z.exactOptional(contactAnswers),
  locale: z.enum(["de", "en"]),
  listIds: z.array(id).check(z.maxLength(20)),
  hasAgreed: z.boolean(),
  proof: z.nullable(
    z.strictObject({
      challenge: z.string().check(z.maxLength(300)),
      solution: z.int().check(z.gte(0)),
    }),
  ),
});

export type SendContactMessage = z.input<typeof sendContactMessage>;
