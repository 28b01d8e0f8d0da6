import { addExternalId, removeById } from "@/domain/party-input";
import { memberProcedure, router } from "../trpc";
import { unwrapCreate, unwrapRow } from "../unwrap";

export const externalIdRouter = router({
  /** What another system calls a party; it calls no other so. May be repeated. */
  add: memberProcedure.input(addExternalId).mutation(async ({ ctx, input }) => {
    const ids = () => ctx.supabase.from("party_external_ids");
    const { partyId, ...given } = input;
    const row = { ...given, party_id: partyId, workspace_id: ctx.workspaceId };
    return unwrapCreate(await ids().insert(row).select("id").single(), () =>
      ids().select("id").eq("workspace_id", ctx.workspaceId).eq("id", input.id).maybeSingle(),
    );
  }),

  remove: memberProcedure
    .input(removeById)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("party_external_ids")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select("id")
          .maybeSingle(),
        "not_found",
      ),
    ),
});
