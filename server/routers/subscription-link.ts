import { parseSubscriptionLink } from "@/domain/contact-page";
import { contactLink } from "@/domain/contact-page-input";
import { publicProcedure, router } from "../trpc";
import { unwrapJson } from "../unwrap";

/** What the links in list mails do, without signing in. */
export const subscriptionLinkRouter = router({
  /** Changes nothing: programs look at links before people do. */
  peek: publicProcedure.input(contactLink).query(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("peek_subscription_link", { p_token: input.token });
    return unwrapJson(answer, parseSubscriptionLink);
  }),

  confirm: publicProcedure.input(contactLink).mutation(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("confirm_subscription", { p_token: input.token });
    return unwrapJson(answer, parseSubscriptionLink);
  }),

  /** May be repeated. */
  unsubscribe: publicProcedure.input(contactLink).mutation(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("unsubscribe", { p_token: input.token });
    return unwrapJson(answer, parseSubscriptionLink);
  }),

  /** By the button of a mail program (RFC 8058). May be repeated. */
  unsubscribeByOneClick: publicProcedure.input(contactLink).mutation(async ({ ctx, input }) => {
    const answer = await ctx.visitor().rpc("unsubscribe", {
      p_token: input.token,
      p_one_click: true,
    });
    return unwrapJson(answer, parseSubscriptionLink);
  }),
});
