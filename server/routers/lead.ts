import {
  parseLeadCounts,
  parseLeadDetails,
  parseLeadParties,
  parseLeads,
  parseWrittenLead,
  type StoredLead,
} from "@/domain/lead-answers";
import {
  addLead,
  assignLeads,
  assignLeadsRoundRobin,
  convertLead,
  deleteLead,
  leadById,
  leadHistory,
  listLeadCommunications,
  listLeads,
  logLeadCommunication,
  setLeadStatus,
  takeLead,
  updateLead,
} from "@/domain/lead-input";
import { snakeKeys } from "@/domain/letter-case";
import { parseWrittenCard } from "@/domain/opportunity-answers";
import { readHistory } from "../change-history";
import { readContactValue, showContactPoint } from "../contact-value";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapEdit, unwrapJson, unwrapRow } from "../unwrap";
import { communicationColumns } from "./communication";

/** A lead whose address can be read and clicked. */
const show = (lead: StoredLead) => ({
  ...lead,
  contactPoint: lead.contactPoint && showContactPoint(lead.contactPoint),
});

const showWritten = ({ lead }: { lead: StoredLead | null }) => ({ lead: lead && show(lead) });

export const leadRouter = router({
  list: memberProcedure.input(listLeads).query(async ({ ctx, input }) => {
    const leads = unwrapJson(
      await ctx.supabase.rpc("list_leads", {
        p_workspace_id: ctx.workspaceId,
        p_queues: input.queues,
        p_limit: input.limit,
        p_owner_id: input.ownerId,
        p_statuses: input.statuses,
        p_before_at: input.cursor?.createdAt,
        p_before_id: input.cursor?.id,
      }),
      parseLeads,
    );
    const last = leads.length < input.limit ? undefined : leads.at(-1);
    return {
      items: leads.map(show),
      nextCursor: last ? { createdAt: last.createdAt, id: last.id } : null,
    };
  }),

  counts: memberProcedure.query(async ({ ctx }) =>
    unwrapJson(
      await ctx.supabase.rpc("lead_counts", { p_workspace_id: ctx.workspaceId }),
      parseLeadCounts,
    ),
  ),

  /** With every way to reach its party and company, and the members who may see it. */
  byId: memberProcedure.input(leadById).query(async ({ ctx, input }) => {
    const answer = await ctx.supabase.rpc("lead_details", { p_id: input.id });
    unwrapRow(answer, "lead_not_found");
    const { contactPoints, companyContactPoints, campaignId, campaign, readerIds, ...lead } =
      unwrapJson(answer, parseLeadDetails);
    return {
      ...show(lead),
      contactPoints: contactPoints.map(showContactPoint),
      companyContactPoints: companyContactPoints.map(showContactPoint),
      campaignId,
      campaign,
      readerIds,
    };
  }),

  /** Parties that may be the same as its person or its company. */
  twins: memberProcedure
    .input(leadById)
    .query(async ({ ctx, input }) =>
      unwrapJson(await ctx.supabase.rpc("lead_twins", { p_id: input.id }), parseLeadParties),
    ),

  /** With party, company and contact point, where these are new. May be repeated. */
  add: memberProcedure.input(addLead).mutation(async ({ ctx, input }) => {
    const contact = input.contact ? readContactValue(input.contact, input.timeZone) : null;
    return showWritten(
      unwrapJson(
        await ctx.supabase.rpc("add_lead", {
          p_id: input.id,
          p_workspace_id: ctx.workspaceId,
          p_name: input.name,
          p_mutation_id: input.mutationId,
          p_kind: input.kind,
          p_company_name: input.companyName,
          p_contact_kind: contact?.kind,
          p_contact_value: contact?.value,
          p_contact_extension: contact?.extension ?? undefined,
          p_source: input.source,
          p_owner_id: input.ownerId,
          p_team_id: input.teamId,
          p_is_private: input.isPrivate,
          p_note: input.note,
          p_party_id: input.partyId,
          p_company_id: input.companyId,
        }),
        parseWrittenLead,
      ),
    );
  }),

  /** Fails with `lead_taken` and the name of the colleague who was faster. May be repeated. */
  take: memberProcedure
    .input(takeLead)
    .mutation(async ({ ctx, input }) =>
      showWritten(
        unwrapJson(
          await ctx.supabase.rpc("take_lead", { p_id: input.id, p_mutation_id: input.mutationId }),
          parseWrittenLead,
        ),
      ),
    ),

  /** All or none. Answers with those that are still in sight. May be repeated. */
  assign: memberProcedure.input(assignLeads).mutation(async ({ ctx, input }) => ({
    leads: unwrapJson(
      await ctx.supabase.rpc("assign_leads", {
        p_ids: input.ids,
        p_owner_id: input.ownerId,
        p_mutation_id: input.mutationId,
      }),
      parseLeads,
    ).map(show),
  })),

  /** To the members of a team in turn; all or none. May be repeated. */
  assignRoundRobin: memberProcedure
    .input(assignLeadsRoundRobin)
    .mutation(async ({ ctx, input }) => ({
      leads: unwrapJson(
        await ctx.supabase.rpc("assign_leads_round_robin", {
          p_ids: input.ids,
          p_team_id: input.teamId,
          p_mutation_id: input.mutationId,
        }),
        parseLeads,
      ).map(show),
    })),

  update: memberProcedure.input(updateLead).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("leads")
      .update(snakeKeys(input.patch))
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select("id, version").maybeSingle(), input.version, () =>
      ctx.supabase
        .from("leads")
        .select("version")
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .maybeSingle(),
    );
  }),

  /** May be repeated. */
  setStatus: memberProcedure.input(setLeadStatus).mutation(async ({ ctx, input }) =>
    showWritten(
      unwrapJson(
        await ctx.supabase.rpc("set_lead_status", {
          p_id: input.id,
          p_status: input.status,
          p_mutation_id: input.mutationId,
          p_reason: "reason" in input ? input.reason : undefined,
        }),
        parseWrittenLead,
      ),
    ),
  ),

  /**
   * Answers the card of the one opportunity that it became: another id than the one asked for means
   * that a colleague converted it before. May be repeated.
   */
  convert: memberProcedure.input(convertLead).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("convert_lead", {
        p_id: input.id,
        p_opportunity_id: input.opportunityId,
        p_stage_id: input.stageId,
        p_name: input.name,
        p_currency: input.currency,
        p_mutation_id: input.mutationId,
        p_customer_id: input.customerId,
        p_customer_name: input.customerName,
        p_contact_id: input.contactId,
        p_amount: input.amount,
        p_expected_close_on: input.expectedCloseOn,
        p_blacklist_reason: input.blacklistReason,
      }),
      parseWrittenCard,
    ),
  ),

  delete: memberProcedure.input(deleteLead).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("delete_lead", { p_id: input.id, p_mutation_id: input.mutationId }),
    );
    return { id: input.id };
  }),

  /** Who changed what, newest first. */
  history: memberProcedure
    .input(leadHistory)
    .query(({ ctx, input }) =>
      readHistory(ctx, { entity: "lead", missing: "lead_not_found" }, input),
    ),

  /** The newest hundred: what was said before it is an opportunity, or none. */
  communications: memberProcedure.input(listLeadCommunications).query(async ({ ctx, input }) => {
    const { communications } = unwrapRow(
      await ctx.supabase
        .from("leads")
        .select(`communications!communications_lead_fkey(${communicationColumns})`)
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.leadId)
        .order("occurred_at", { referencedTable: "communications", ascending: false })
        .order("id", { referencedTable: "communications" })
        .limit(100, { referencedTable: "communications" })
        .maybeSingle(),
      "lead_not_found",
    );
    return communications;
  }),

  /** With its party. Once it is converted, about the opportunity. May be repeated. */
  log: memberProcedure.input(logLeadCommunication).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("log_lead_communication", {
        p_id: input.id,
        p_lead_id: input.leadId,
        p_type_code: input.typeCode,
        p_mutation_id: input.mutationId,
        p_direction: input.direction,
        p_subject: input.subject,
        p_body: input.body,
        p_occurred_at: input.occurredAt,
      }),
    );
    return { id: input.id };
  }),
});
