import { snakeKeys } from "@/domain/letter-case";
import { parseMyData } from "@/domain/my-data";
import { parseCorrecting, parseEntered, parseMyPage, parseVerifiedEmail } from "@/domain/my-page";
import {
  askForMyPage,
  becomeCustomer,
  type Correction,
  chooseMyList,
  correctMyData,
  enterMyPage,
  withdrawMyChange,
  writeMyMessage,
} from "@/domain/my-page-input";
import { readContactValue } from "../contact-value";
import { SpurError } from "../errors";
import { showMyPage } from "../shown-values";
import { publicProcedure, router } from "../trpc";
import { unwrap, unwrapJson } from "../unwrap";

/**
 * What customers do on their own page. Who they are, the database finds out by the session that
 * the request bears; nothing here names a party.
 */
export const myPageRouter = router({
  /** Answers the same, whether or not the address is known. */
  ask: publicProcedure.input(askForMyPage).mutation(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("ask_for_my_page", {
      p_slug: input.slug,
      p_email: input.email,
      p_locale: input.locale,
    });
    return withinLimits(unwrap(answer));
  }),

  /** Changes the link of a mail into a session, once. */
  enter: publicProcedure.input(enterMyPage).mutation(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("enter_my_page", { p_token: input.token });
    return unwrapJson(answer, parseEntered);
  }),

  leave: publicProcedure.mutation(async ({ ctx }) => {
    unwrap(await ctx.customer().rpc("leave_my_page"));
  }),

  /** Shows another party with the same address. */
  become: publicProcedure.input(becomeCustomer).mutation(async ({ ctx, input }) => {
    unwrap(await ctx.customer().rpc("become_customer", { p_party_id: input.partyId }));
  }),

  read: publicProcedure.query(async ({ ctx }) =>
    showMyPage(unwrapJson(await ctx.customer().rpc("my_page"), parseMyPage)),
  ),

  /** All that is held about the customer, to take along. */
  data: publicProcedure.query(async ({ ctx }) =>
    unwrapJson(await ctx.customer().rpc("my_data"), parseMyData),
  ),

  /** May be repeated. */
  correct: publicProcedure.input(correctMyData).mutation(async ({ ctx, input }) => {
    const answer = await ctx.customer().rpc("correct_my_data", {
      p_id: input.id,
      ...argumentsOf(input.correction),
    });
    withinLimits(unwrap(answer));
    return unwrapJson(answer, parseCorrecting);
  }),

  /** The link of a mail, in whichever browser. */
  verifyEmail: publicProcedure.input(enterMyPage).mutation(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("verify_my_email", { p_token: input.token });
    return unwrapJson(answer, parseVerifiedEmail);
  }),

  withdraw: publicProcedure.input(withdrawMyChange).mutation(async ({ ctx, input }) => {
    unwrap(await ctx.customer().rpc("withdraw_my_change", { p_id: input.id }));
  }),

  /** May be repeated. */
  write: publicProcedure.input(writeMyMessage).mutation(async ({ ctx, input }) => {
    const answer = await ctx.customer().rpc("write_my_message", {
      p_id: input.id,
      p_body: input.body,
      ...(input.about !== null && { p_about: input.about }),
    });
    return withinLimits(unwrap(answer));
  }),

  /** May be repeated. */
  chooseList: publicProcedure.input(chooseMyList).mutation(async ({ ctx, input }) => {
    const answer = await ctx.customer().rpc("choose_my_list", {
      p_list_id: input.listId,
      p_is_wanted: input.isWanted,
    });
    return withinLimits(unwrap(answer));
  }),

  /** By when they have an answer. May be repeated. */
  askForErasure: publicProcedure.mutation(async ({ ctx }) => ({
    dueOn: unwrap(await ctx.customer().rpc("ask_for_erasure")),
  })),

  /** May be repeated. */
  withdrawErasure: publicProcedure.mutation(async ({ ctx }) => {
    unwrap(await ctx.customer().rpc("withdraw_erasure"));
  }),
});

/** The database answers this instead of raising it, so that a refused attempt counts as well. */
function withinLimits(answer: string): string {
  if (answer === "too_many_requests") throw new SpurError("too_many_requests");
  return answer;
}

type Arguments = {
  p_field: "name" | "language" | "address" | "phone" | "email" | "may_contact";
  p_op: "add" | "change" | "remove";
  p_contact_point_id?: string;
  p_version?: number;
  p_value?: Record<string, string | boolean | null | Record<string, string>>;
};

/** A correction as the database takes it: values by its columns. */
function argumentsOf(correction: Correction): Arguments {
  switch (correction.field) {
    case "name":
      return changeOfParty("name", correction.version, snakeKeys(correction.name));
    case "language":
      return changeOfParty("language", correction.version, { language: correction.language });
    case "address":
      return changeOfPoint("address", correction.place, { address: correction.address });
    case "email":
      return changeOfPoint("email", correction.place, { value: correction.email });
    case "phone":
      return changeOfPoint("phone", correction.place, readPhone(correction));
    case "mayContact":
      return changeOfPoint("may_contact", correction, { may_contact: correction.mayContact });
    case "remove":
      return { ...changeOfPoint(correction.kind, correction, {}), p_op: "remove" };
  }
}

function changeOfParty(
  field: Arguments["p_field"],
  version: number,
  value: NonNullable<Arguments["p_value"]>,
): Arguments {
  return { p_field: field, p_op: "change", p_version: version, p_value: value };
}

function changeOfPoint(
  field: Arguments["p_field"],
  place: { contactPointId: string; version: number } | null,
  value: NonNullable<Arguments["p_value"]>,
): Arguments {
  if (!place) return { p_field: field, p_op: "add", p_value: value };
  const { contactPointId, version } = place;
  return {
    p_field: field,
    p_op: "change",
    p_contact_point_id: contactPointId,
    p_version: version,
    p_value: value,
  };
}

function readPhone({ phone, timeZone }: { phone: string; timeZone: string }) {
  const { kind, value, extension } = readContactValue(phone, timeZone);
  if (kind !== "phone") throw new SpurError("contact_not_readable", { field: "phone" });
  return { value, extension };
}
