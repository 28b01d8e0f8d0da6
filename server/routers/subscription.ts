import type { z } from "zod/mini";
import {
  parseImportOutcomes,
  parseListed,
  parseListedPage,
  parsePartySubscriptions,
  parseSubscribeOutcomes,
  parseSubscriptionHistory,
  parseSubscriptions,
} from "@/domain/contact-list-answers";
import {
  addListed,
  addSubscriptions,
  exportSubscriptions,
  foreseeListed,
  importSubscriptions,
  listSubscriptions,
  mostSubscribed,
  subscriptionHistory,
  subscriptionsOfParty,
  unsubscribeParty,
} from "@/domain/subscription-input";
import type { Backend } from "../database";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapJson, unwrapRow } from "../unwrap";

const historyColumns =
  "id, status, email, party:parties(id, kind, name, isBlacklisted:is_blacklisted), consents(id, status, origin, email, wording, proof, clientAddress:client_address, givenOn:given_on, notedAt:noted_at, actor:members(name))";

/** Foreseen no further: beyond, a view is just long. */
const mostForeseen = 10_000;

const partyColumns =
  "id, status, email, list:contact_lists(id, names), consents(origin, givenOn:given_on, notedAt:noted_at, actor:members(name))";

type Page = z.infer<typeof listSubscriptions>;

async function readPage(supabase: Backend, workspaceId: string, input: Page) {
  const items = unwrapJson(
    await supabase.rpc("list_subscriptions", {
      p_workspace_id: workspaceId,
      p_list_id: input.listId,
      p_limit: input.limit,
      p_text: input.text,
      p_statuses: input.statuses,
      p_before_at: input.cursor?.createdAt,
      p_before_id: input.cursor?.id,
    }),
    parseSubscriptions,
  );
  const last = items.length < input.limit ? undefined : items.at(-1);
  return { items, nextCursor: last ? { createdAt: last.createdAt, id: last.id } : null };
}

export const subscriptionRouter = router({
  /** Who stands on a list, the latest first. */
  list: memberProcedure
    .input(listSubscriptions)
    .query(({ ctx, input }) => readPage(ctx.supabase, ctx.workspaceId, input)),

  /** Longer pages, of which a browser makes a file piece by piece. */
  export: memberProcedure
    .input(exportSubscriptions)
    .query(({ ctx, input }) => readPage(ctx.supabase, ctx.workspaceId, input)),

  /** Asks each by mail. Parties of another workspace do not count. May be repeated. */
  add: memberProcedure.input(addSubscriptions).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("subscribe_parties", {
        p_workspace_id: ctx.workspaceId,
        p_list_id: input.listId,
        p_party_ids: input.partyIds,
        p_mutation_id: input.mutationId,
      }),
      parseSubscribeOutcomes,
    ),
  ),

  /** What a view holds, and what would become of those; `isMore`: there are more than were looked at. */
  foresee: memberProcedure.input(foreseeListed).query(async ({ ctx, input }) => {
    const { size, outcomes } = unwrapJson(
      await ctx.supabase.rpc("foresee_listed", {
        p_workspace_id: ctx.workspaceId,
        p_list_id: input.listId,
        p_query: input.query,
        p_most: mostForeseen,
      }),
      parseListed,
    );
    return { size, isMore: size === mostForeseen, outcomes };
  }),

  /** Asks the next of a view by mail, each who was not asked before. May be repeated. */
  addListed: memberProcedure.input(addListed).mutation(async ({ ctx, input }) => {
    const { size, outcomes, next } = unwrapJson(
      await ctx.supabase.rpc("subscribe_listed", {
        p_workspace_id: ctx.workspaceId,
        p_list_id: input.listId,
        p_query: input.query,
        p_after: input.cursor ?? null,
        p_limit: mostSubscribed,
        p_mutation_id: input.mutationId,
      }),
      parseListedPage,
    );
    return { size, outcomes, nextCursor: next };
  }),

  /** Those who agreed elsewhere; by marketing and admins. A piece may be repeated. */
  import: memberProcedure.input(importSubscriptions).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("import_subscriptions", {
        p_id: input.id,
        p_piece: input.piece,
        p_workspace_id: ctx.workspaceId,
        p_list_id: input.listId,
        p_proof: input.proof,
        p_rows: input.rows,
      }),
      parseImportOutcomes,
    ),
  ),

  /** Because they asked for it: only they can come back. May be repeated. */
  unsubscribe: memberProcedure.input(unsubscribeParty).mutation(async ({ ctx, input }) => {
    unwrap(await ctx.supabase.rpc("unsubscribe_party", { p_subscription_id: input.id }));
    return { id: input.id };
  }),

  /** The lists that a party is or was on, and how it came into its state on each. */
  ofParty: memberProcedure
    .input(subscriptionsOfParty)
    .query(async ({ ctx, input }) =>
      unwrapJson(
        await ctx.supabase
          .from("subscriptions")
          .select(partyColumns)
          .eq("workspace_id", ctx.workspaceId)
          .eq("party_id", input.partyId)
          .order("created_at")
          .order("id", { referencedTable: "consents", ascending: false })
          .limit(1, { referencedTable: "consents" }),
        parsePartySubscriptions,
      ),
    ),

  /** Of whom, and every consent that was given or taken back: the latest two hundred. */
  history: memberProcedure.input(subscriptionHistory).query(async ({ ctx, input }) => {
    const answer = await ctx.supabase
      .from("subscriptions")
      .select(historyColumns)
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .order("id", { referencedTable: "consents", ascending: false })
      .limit(200, { referencedTable: "consents" })
      .maybeSingle();
    unwrapRow(answer, "not_found");
    return unwrapJson(answer, parseSubscriptionHistory);
  }),
});
