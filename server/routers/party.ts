import { snakeKeys } from "@/domain/letter-case";
import { parseLikelyParties } from "@/domain/likely-party";
import { parseOpenedParty, parsePartyHistory, parseSavedParty } from "@/domain/party-answers";
import {
  addParty,
  createParty,
  likelyParties,
  partyById,
  partyHistoryInput,
  searchParties,
  updateParty,
} from "@/domain/party-input";
import { readContactValue, readContactValues, showContactPoints } from "../contact-value";
import { showChange } from "../shown-values";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapJson, unwrapRow } from "../unwrap";

/** `like` of PostgREST reads "*" as "%", and knows no way to mean the sign itself. */
function likePrefix(text: string): string {
  return `${text
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")
    .replace(/\*/g, "_")}%`;
}

export const partyRouter = router({
  /** Ten at most: who does not see theirs types on. */
  search: memberProcedure.input(searchParties).query(async ({ ctx, input }) => {
    const search = ctx.supabase
      .from("workspaces")
      .select("parties!parties_workspace_id_fkey(id, kind, name, isBlacklisted:is_blacklisted)")
      .eq("id", ctx.workspaceId)
      .like("parties.match_name", likePrefix(input.text))
      .order("match_name", { referencedTable: "parties" })
      .order("id", { referencedTable: "parties" })
      .limit(10, { referencedTable: "parties" });
    const ofKind = input.kind ? search.eq("parties.kind", input.kind) : search;
    return unwrapRow(await ofKind.maybeSingle(), "workspace_not_found").parties;
  }),

  /** Who may be meant by what is being typed; contacts that cannot be read yet say nothing. */
  likely: memberProcedure.input(likelyParties).query(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("find_likely_parties", {
        p_workspace_id: ctx.workspaceId,
        p_kind: input.kind,
        p_name: input.name,
        p_contacts: readContactValues(input.contacts, input.timeZone).map(({ value }) => value),
      }),
      parseLikelyParties,
    ),
  ),

  /** All that the page of a party shows but its history, from one snapshot. */
  byId: memberProcedure.input(partyById).query(async ({ ctx, input }) => {
    const answer = await ctx.supabase.rpc("open_party", {
      p_workspace_id: ctx.workspaceId,
      p_party_id: input.id,
    });
    unwrapRow(answer, "party_not_found");
    const opened = showContactPoints(unwrapJson(answer, parseOpenedParty));
    const { changes, erasure } = opened.requests;
    return { ...opened, requests: { changes: changes.map(showChange), erasure } };
  }),

  /** The party of this name, made when there is none. */
  create: memberProcedure.input(createParty).mutation(async ({ ctx, input }) => ({
    id: unwrap(
      await ctx.supabase.rpc("find_or_add_party", {
        p_workspace_id: ctx.workspaceId,
        p_kind: input.kind,
        p_name: input.name,
        p_role_code: input.role,
      }),
    ),
  })),

  /** Another party, also where the name is known. May be repeated. */
  add: memberProcedure.input(addParty).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("add_party", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_kind: input.kind,
        p_name: input.name,
        p_mutation_id: input.mutationId,
        p_role_code: input.role,
        p_contacts: input.contacts.map((text) => readContactValue(text, input.timeZone)),
        p_company_id: input.companyId,
        p_company_name: input.companyName,
      }),
    );
    return { id: input.id };
  }),

  /** A conflict is an answer, not an error: nothing was written, and the user decides field by field. */
  update: memberProcedure.input(updateParty).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("update_party", {
        p_id: input.id,
        p_version: input.version,
        p_patch: snakeKeys(input.patch),
        p_mutation_id: input.mutationId,
      }),
      parseSavedParty,
    ),
  ),

  /** Who changed what of a party and of all that is kept of it, newest first. */
  history: memberProcedure.input(partyHistoryInput).query(async ({ ctx, input }) => {
    const items = unwrapJson(
      await ctx.supabase.rpc("party_history", {
        p_workspace_id: ctx.workspaceId,
        p_party_id: input.id,
        p_before: input.cursor ?? null,
        p_limit: input.limit,
      }),
      parsePartyHistory,
    );
    return { items, nextCursor: items.length < input.limit ? null : (items.at(-1)?.id ?? null) };
  }),
});
