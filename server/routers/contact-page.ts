import {
  parseContactChallenge,
  parseContactPage,
  parseContactSending,
} from "@/domain/contact-page";
import { contactLink, contactPageAddress, sendContactMessage } from "@/domain/contact-page-input";
import { readContactValue } from "../contact-value";
import { SpurError } from "../errors";
import { publicProcedure, router } from "../trpc";
import { unwrapJson } from "../unwrap";

const refusals = ["too_many_requests", "proof_invalid"] as const;

/** What visitors do, whoever they are: nothing here asks for a session. */
export const contactPageRouter = router({
  read: publicProcedure.input(contactPageAddress).query(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("read_contact_page", { p_slug: input.slug });
    return unwrapJson(answer, parseContactPage);
  }),

  /** Costs the sender of thousands more than a person. */
  challenge: publicProcedure.input(contactPageAddress).query(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("contact_challenge", { p_slug: input.slug });
    return unwrapJson(answer, parseContactChallenge);
  }),

  /** May be repeated: the id is made by the form. */
  send: publicProcedure.input(sendContactMessage).mutation(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("send_contact_message", {
      p_id: input.id,
      p_slug: input.slug,
      p_name: input.name,
      p_email: input.email,
      p_body: input.body,
      p_locale: input.locale,
      p_company: input.company,
      p_phone: input.phone === null ? null : readPhone(input.phone, input.timeZone),
      p_list_ids: input.listIds,
      p_has_agreed: input.hasAgreed,
      p_answers: input.answers ?? {},
      p_challenge: input.proof?.challenge,
      p_solution: input.proof?.solution,
    });
    // Answered instead of raised, so that a refused attempt counts as well.
    const refusal = refusals.find((code) => code === answer.data);
    if (refusal) throw new SpurError(refusal);
    return unwrapJson(answer, parseContactSending);
  }),

  confirmMessage: publicProcedure.input(contactLink).mutation(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("confirm_contact_message", { p_token: input.token });
    return unwrapJson(answer, parseContactPage);
  }),
});

function readPhone(text: string, timeZone: string): string {
  const { kind, value } = readContactValue(text, timeZone);
  if (kind !== "phone") throw new SpurError("contact_not_readable", { field: "phone" });
  return value;
}
