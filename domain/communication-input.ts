import * as z from "zod/mini";
import { hasFields, id, instant, limit, line, mutationId, text, version } from "./input-fields";

/** The types of OFBiz that a member documents by hand. */
const communicationTypes = [
  "PHONE_COMMUNICATION",
  "EMAIL_COMMUNICATION",
  "FACE_TO_FACE_COMMUNI",
  "LETTER_CORRESPONDENC",
  "WEB_SITE_COMMUNICATI",
  "COMMENT_NOTE",
] as const;

export type CommunicationType = (typeof communicationTypes)[number];

const typeCode = z.enum(communicationTypes);
const direction = z.enum(["incoming", "outgoing"]);
const subject = line(300);
const body = text(20_000);

/** Newest first; `cursor` is the `nextCursor` of the page before. */
export const listCommunications = z.strictObject({
  opportunityId: id,
  cursor: z.nullish(z.strictObject({ occurredAt: instant, id })),
  limit: z._default(limit, 30),
});

/** Without `occurredAt` it happened now. */
export const logCommunicationFields = {
  id,
  mutationId,
  typeCode,
  direction: z.exactOptional(z.nullable(direction)),
  subject: z.exactOptional(z.nullable(subject)),
  body: z.exactOptional(z.nullable(body)),
  occurredAt: z.exactOptional(instant),
};

/** A communication has words, in its subject or in its body. */
export const saysSomething = () =>
  z.refine<{ subject?: string | null; body?: string | null }>(
    (input) => Boolean(input.subject ?? input.body),
    { path: ["body"] },
  );

export const logCommunication = z
  .strictObject({ ...logCommunicationFields, opportunityId: id })
  .check(saysSomething());

export const updateCommunication = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({
      typeCode: z.exactOptional(typeCode),
      direction: z.exactOptional(z.nullable(direction)),
      subject: z.exactOptional(z.nullable(subject)),
      body: z.exactOptional(z.nullable(body)),
      occurredAt: z.exactOptional(instant),
    })
    .check(z.refine(hasFields)),
});

/** Stands on the customer's own page and goes to them by mail. */
export const answerCommunication = z.strictObject({
  id,
  mutationId,
  communicationId: id,
  body,
});

export const deleteCommunication = z.strictObject({ id });
