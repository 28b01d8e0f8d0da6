import { relateParties, removeById, setPeriod, shareWithParty } from "@/domain/party-input";
import type { Backend } from "../database";
import { dateRange } from "../period";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapEdit, unwrapRow } from "../unwrap";

export const partyRelationshipRouter = router({
  /** Each end in the role that the type gives it. May be repeated. */
  add: memberProcedure.input(relateParties).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("relate_parties", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_type_code: input.typeCode,
        p_from_party_id: input.fromId,
        p_to_party_id: input.toId,
        p_title: input.title,
        p_valid: dateRange(input.valid),
      }),
    );
    return { id: input.id };
  }),

  setPeriod: memberProcedure.input(setPeriod).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("party_relationships")
      .update({ valid: dateRange(input.valid) })
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select("id").maybeSingle(), input.version, () =>
      versionOf(ctx, input.id),
    );
  }),

  setSharing: memberProcedure.input(shareWithParty).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("party_relationships")
      .update({ shares_page: input.sharesPage })
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select("id").maybeSingle(), input.version, () =>
      versionOf(ctx, input.id),
    );
  }),

  /** As if it had never been; the history keeps it. */
  remove: memberProcedure
    .input(removeById)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("party_relationships")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select("id")
          .maybeSingle(),
        "not_found",
      ),
    ),
});

function versionOf(ctx: { supabase: Backend; workspaceId: string }, id: string) {
  return ctx.supabase
    .from("party_relationships")
    .select("version")
    .eq("workspace_id", ctx.workspaceId)
    .eq("id", id)
    .maybeSingle();
}
