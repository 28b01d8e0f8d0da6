import { createParty, searchParties } from "@/domain/party-input";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapRow } from "../unwrap";

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
      .select("parties!parties_workspace_id_fkey(id, kind, name)")
      .eq("id", ctx.workspaceId)
      .like("parties.match_name", likePrefix(input.text))
      .order("match_name", { referencedTable: "parties" })
      .order("id", { referencedTable: "parties" })
      .limit(10, { referencedTable: "parties" });
    const ofKind = input.kind ? search.eq("parties.kind", input.kind) : search;
    return unwrapRow(await ofKind.maybeSingle(), "workspace_not_found").parties;
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
});
