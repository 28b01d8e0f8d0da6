import { parseCustomerRequests, parseDecision } from "@/domain/customer-request-answers";
import { decideCustomerChange, decideErasure } from "@/domain/customer-request-input";
import { showChange } from "../shown-values";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapJson } from "../unwrap";

/** What customers asked for on their own pages, as members see and answer it. */
export const customerRequestRouter = router({
  list: memberProcedure.query(async ({ ctx }) => {
    const answer = await ctx.supabase.rpc("list_customer_requests", {
      p_workspace_id: ctx.workspaceId,
    });
    const { waiting, recent, ...requests } = unwrapJson(answer, parseCustomerRequests);
    return { ...requests, waiting: waiting.map(showChange), recent: recent.map(showChange) };
  }),

  /** May be repeated. */
  decide: memberProcedure.input(decideCustomerChange).mutation(async ({ ctx, input }) => {
    const answer = await ctx.supabase.rpc("decide_customer_change", {
      p_id: input.id,
      p_is_accepted: input.isAccepted,
    });
    return { status: unwrapJson(answer, parseDecision) };
  }),

  /** May be repeated. */
  decideErasure: memberProcedure.input(decideErasure).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("decide_erasure", {
        p_id: input.id,
        p_status: input.status,
        ...(input.status === "declined" && { p_note: input.note }),
      }),
    );
  }),
});
