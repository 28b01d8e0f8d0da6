import { canonicalDecimal } from "@/domain/decimal";
import { snakeKeys } from "@/domain/letter-case";
import { parseSaveAnswer, parseWrittenCard, parseWrittenCards } from "@/domain/opportunity-answers";
import {
  createOpportunity,
  deleteOpportunity,
  moveOpportunities,
  moveOpportunity,
  opportunityById,
  opportunityHistory,
  updateOpportunity,
} from "@/domain/opportunity-input";
import { parseOpportunityPeople } from "@/domain/people-answers";
import { readHistory } from "../change-history";
import { showContactPoints } from "../contact-value";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapJson, unwrapRow } from "../unwrap";

// As text, because a number in JSON is a float.
const details =
  "id, version, topic, stageId:stage_id, rank, name, customerId:customer_id, contactId:contact_id, ownerId:owner_id, teamId:team_id, isPrivate:is_private, amount:amount::text, currency, probability, expectedCloseOn:expected_close_on, nextStep:next_step, nextStepOn:next_step_on, source, campaignId:campaign_id, lostReason:lost_reason, isBlacklisted:customer_blacklisted, blacklistReason:blacklist_reason, stageEnteredAt:stage_entered_at, closedAt:closed_at, lastActivityAt:last_activity_at, importId:import_id, createdById:created_by, createdAt:created_at, updatedAt:updated_at";

const related =
  "customer:parties!opportunities_workspace_id_customer_id_fkey(id, kind, name), contact:parties!opportunities_workspace_id_contact_id_fkey(id, kind, name), campaign:campaigns!opportunities_campaign_fkey(id, name), stays:opportunity_stage_history(id, stageId:stage_id, enteredAt:entered_at, leftAt:left_at, movedById:moved_by)";

export const opportunityRouter = router({
  /** Everything the panel shows but the timeline; `stays` are its times in stages, oldest first. */
  byId: memberProcedure.input(opportunityById).query(async ({ ctx, input }) => {
    const { amount, ...opportunity } = unwrapRow(
      await ctx.supabase
        .from("opportunities")
        .select(`${details}, ${related}`)
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .order("entered_at", { referencedTable: "opportunity_stage_history" })
        .order("id", { referencedTable: "opportunity_stage_history" })
        .maybeSingle(),
      "opportunity_not_found",
    );
    return { ...opportunity, amount: amount === null ? null : canonicalDecimal(amount) };
  }),

  /** At the top of its column. May be repeated. */
  create: memberProcedure.input(createOpportunity).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("create_opportunity", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_stage_id: input.stageId,
        p_name: input.name,
        p_currency: input.currency,
        p_mutation_id: input.mutationId,
        p_customer_id: input.customerId,
        p_customer_name: input.customerName,
        p_customer_kind: input.customerKind,
        p_contact_name: input.contactName,
        p_owner_id: input.ownerId,
        p_team_id: input.teamId,
        p_is_private: input.isPrivate,
        p_amount: input.amount,
        p_expected_close_on: input.expectedCloseOn,
        p_source: input.source,
        p_blacklist_reason: input.blacklistReason,
      }),
      parseWrittenCard,
    ),
  ),

  /** One row, one event. May be repeated. */
  move: memberProcedure.input(moveOpportunity).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("move_opportunity", {
        p_id: input.id,
        p_stage_id: input.stageId,
        p_after_id: input.afterId,
        p_before_id: input.beforeId,
        p_mutation_id: input.mutationId,
        p_lost_reason: input.lostReason,
      }),
      parseWrittenCard,
    ),
  ),

  /** All or none, in one statement. Answers with the cards that are still in sight. May be repeated. */
  moveMany: memberProcedure.input(moveOpportunities).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("move_opportunities", {
        p_ids: input.ids,
        p_stage_id: input.stageId,
        p_after_id: input.afterId,
        p_before_id: input.beforeId,
        p_mutation_id: input.mutationId,
      }),
      parseWrittenCards,
    ),
  ),

  /** A conflict is an answer, not an error: nothing was written, and the user decides field by field. */
  update: memberProcedure.input(updateOpportunity).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("update_opportunity", {
        p_id: input.id,
        p_version: input.version,
        p_patch: snakeKeys(input.patch),
        p_mutation_id: input.mutationId,
      }),
      parseSaveAnswer,
    ),
  ),

  delete: memberProcedure.input(deleteOpportunity).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("delete_opportunity", {
        p_id: input.id,
        p_mutation_id: input.mutationId,
      }),
    );
    return { id: input.id };
  }),

  /** Whom the customer is related to, and which members see the opportunity. */
  people: memberProcedure.input(opportunityById).query(async ({ ctx, input }) => {
    const answer = await ctx.supabase.rpc("opportunity_people", { p_id: input.id });
    unwrapRow(answer, "opportunity_not_found");
    const { customer, related, readers } = unwrapJson(answer, parseOpportunityPeople);
    return {
      customer: showContactPoints(customer),
      related: related.map(showContactPoints),
      readers,
    };
  }),

  /** Who changed what, newest first. */
  history: memberProcedure
    .input(opportunityHistory)
    .query(({ ctx, input }) =>
      readHistory(ctx, { entity: "opportunity", missing: "opportunity_not_found" }, input),
    ),
});
