import {
  parseEarlierOwners,
  parsePartyPage,
  parsePartyRows,
  type StoredPartyRow,
} from "@/domain/party-list";
import {
  assignParties,
  classifyParties,
  countPartiesInput,
  exportPartiesInput,
  partiesById,
  partyPageInput,
  unclassifyParties,
} from "@/domain/party-list-input";
import type { PartyQuery } from "@/domain/party-query";
import { showContactPoint } from "../contact-value";
import type { Backend } from "../database";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapJson } from "../unwrap";

/** Counted no further: beyond, a list is just long. */
const mostCounted = 10_000;

type Page = { query: PartyQuery; cursor?: [string, string] | null | undefined; limit: number };

async function readPage(supabase: Backend, workspaceId: string, { query, cursor, limit }: Page) {
  const { rows, next, frame } = unwrapJson(
    await supabase.rpc("party_page", {
      p_workspace_id: workspaceId,
      p_query: query,
      p_after: cursor ?? null,
      p_limit: limit,
    }),
    parsePartyPage,
  );
  return { rows: rows.map(show), nextCursor: next, frame };
}

/** A row whose addresses can be read and clicked. */
function show({ contact: { email, phone, postal }, ...row }: StoredPartyRow) {
  const clickable = (point: typeof email) => {
    if (!point) return null;
    const { shown, href } = showContactPoint(point);
    return { shown, href };
  };
  return {
    ...row,
    email: clickable(email),
    phone: clickable(phone),
    town: postal?.address?.city ?? null,
  };
}

export const partyListRouter = router({
  page: memberProcedure
    .input(partyPageInput)
    .query(({ ctx, input }) => readPage(ctx.supabase, ctx.workspaceId, input)),

  /** Longer pages, of which a browser makes a file piece by piece. */
  export: memberProcedure
    .input(exportPartiesInput)
    .query(({ ctx, input }) => readPage(ctx.supabase, ctx.workspaceId, input)),

  /** Those that changed, in the order of the ids; what is gone is left out. */
  rows: memberProcedure.input(partiesById).query(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("parties_by_id", {
        p_workspace_id: ctx.workspaceId,
        p_ids: input.ids,
      }),
      parsePartyRows,
    ).map(show),
  ),

  /** `isMore`: there are more than were counted. */
  count: memberProcedure.input(countPartiesInput).query(async ({ ctx, input }) => {
    const counted = unwrap(
      await ctx.supabase.rpc("count_parties", {
        p_workspace_id: ctx.workspaceId,
        p_query: input.query,
        p_most: mostCounted + 1,
      }),
    );
    return { count: Math.min(counted, mostCounted), isMore: counted > mostCounted };
  }),

  /** All or none. Answers whose those were that changed. */
  assign: memberProcedure.input(assignParties).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("assign_parties", {
        p_workspace_id: ctx.workspaceId,
        p_ids: input.ids,
        p_owner_id: input.ownerId,
        p_mutation_id: input.mutationId,
      }),
      parseEarlierOwners,
    ),
  ),

  /** All or none. Answers the classifications of those that were not classed so before. */
  classify: memberProcedure.input(classifyParties).mutation(async ({ ctx, input }) => ({
    ids: unwrap(
      await ctx.supabase.rpc("class_parties", {
        p_workspace_id: ctx.workspaceId,
        p_ids: input.ids,
        p_class_code: input.code,
        p_reason: input.reason,
        p_mutation_id: input.mutationId,
      }),
    ),
  })),

  /** Takes off again what one act put on; of sizes and values, the old ones come back. */
  unclassify: memberProcedure.input(unclassifyParties).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("unclass_parties", {
        p_workspace_id: ctx.workspaceId,
        p_ids: input.ids,
        p_mutation_id: input.mutationId,
      }),
    );
    return { ids: input.ids };
  }),
});
