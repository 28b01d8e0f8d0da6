import {
  parseCampaignAudience,
  parseCampaignDetails,
  parseCampaignReport,
  parseCampaigns,
} from "@/domain/campaign-answers";
import {
  campaignById,
  createCampaign,
  sendCampaign,
  stopCampaign,
  testCampaign,
  updateCampaign,
} from "@/domain/campaign-input";
import { snakeKeys } from "@/domain/letter-case";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapJson, unwrapRow } from "../unwrap";

/** Beyond it the audience is counted while it is written to, not before. */
const mostForeseen = 20_000;

export const campaignRouter = router({
  /** The latest first, without their mails. */
  list: memberProcedure.query(async ({ ctx }) =>
    unwrapJson(
      await ctx.supabase.rpc("list_campaigns", { p_workspace_id: ctx.workspaceId }),
      parseCampaigns,
    ),
  ),

  /** By name, to choose from. */
  choices: memberProcedure.query(async ({ ctx }) =>
    unwrap(
      await ctx.supabase
        .from("campaigns")
        .select("id, name, status")
        .eq("workspace_id", ctx.workspaceId)
        .order("name")
        .limit(1000),
    ),
  ),

  byId: memberProcedure.input(campaignById).query(async ({ ctx, input }) => {
    const answer = await ctx.supabase.rpc("campaign_details", {
      p_workspace_id: ctx.workspaceId,
      p_id: input.id,
    });
    unwrapRow(answer, "not_found");
    return unwrapJson(answer, parseCampaignDetails);
  }),

  /** Whom it would reach if it were sent now, and why not the others of its lists. */
  audience: memberProcedure
    .input(campaignById)
    .query(async ({ ctx, input }) =>
      unwrapJson(
        await ctx.supabase.rpc("foresee_campaign", { p_id: input.id, p_most: mostForeseen }),
        parseCampaignAudience,
      ),
    ),

  /** What became of its mails, and what came from it, where the caller may see it. */
  report: memberProcedure
    .input(campaignById)
    .query(async ({ ctx, input }) =>
      unwrapJson(
        await ctx.supabase.rpc("campaign_report", { p_id: input.id }),
        parseCampaignReport,
      ),
    ),

  /** By marketing and admins, as all that follows. May be repeated. */
  create: memberProcedure.input(createCampaign).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("create_campaign", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_name: input.name,
        p_currency: input.currency,
        p_mutation_id: input.mutationId,
        p_description: input.description,
        p_starts_on: input.startsOn,
        p_ends_on: input.endsOn,
        p_budget: input.budget,
      }),
    );
    return { id: input.id };
  }),

  /** A conflict when somebody else was faster. May be repeated. */
  update: memberProcedure.input(updateCampaign).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("update_campaign", {
        p_id: input.id,
        p_version: input.version,
        p_patch: snakeKeys(input.patch),
        p_mutation_id: input.mutationId,
      }),
    );
    return { id: input.id };
  }),

  /** Once, however often it is asked for; the worker does the rest. */
  send: memberProcedure.input(sendCampaign).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("send_campaign", { p_id: input.id, p_mutation_id: input.mutationId }),
    );
    return { id: input.id };
  }),

  /** What waits does not leave. May be repeated. */
  stop: memberProcedure.input(stopCampaign).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("stop_campaign", { p_id: input.id, p_mutation_id: input.mutationId }),
    );
    return { id: input.id };
  }),

  /** Mails it to the caller alone. May be repeated. */
  test: memberProcedure.input(testCampaign).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("test_campaign", {
        p_id: input.id,
        p_locale: input.locale,
        p_mutation_id: input.mutationId,
      }),
    );
    return { id: input.id };
  }),
});
