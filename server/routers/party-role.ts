import { addPartyRole, createRoleType, removeById, setPeriod } from "@/domain/party-input";
import { ownCode } from "../own-code";
import { dateRange } from "../period";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapCreate, unwrapEdit, unwrapRow } from "../unwrap";

export const partyRoleRouter = router({
  /** What a party is to us, for a time. May be repeated. */
  add: memberProcedure.input(addPartyRole).mutation(async ({ ctx, input }) => {
    const roles = () => ctx.supabase.from("party_roles");
    const row = {
      id: input.id,
      workspace_id: ctx.workspaceId,
      party_id: input.partyId,
      role_code: input.code,
      valid: dateRange(input.valid),
    };
    return unwrapCreate(await roles().insert(row).select("id").single(), () =>
      roles().select("id").eq("workspace_id", ctx.workspaceId).eq("id", input.id).maybeSingle(),
    );
  }),

  setPeriod: memberProcedure.input(setPeriod).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("party_roles")
      .update({ valid: dateRange(input.valid) })
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select("id").maybeSingle(), input.version, () =>
      ctx.supabase
        .from("party_roles")
        .select("version")
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .maybeSingle(),
    );
  }),

  /** As if it had never been; the history keeps it. */
  remove: memberProcedure
    .input(removeById)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("party_roles")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select("id")
          .maybeSingle(),
        "not_found",
      ),
    ),

  /** A role of the workspace's own. */
  createType: memberProcedure.input(createRoleType).mutation(async ({ ctx, input }) => {
    const code = ownCode();
    unwrap(
      await ctx.supabase.from("role_types").insert({
        code,
        parent_code: input.parentCode,
        workspace_id: ctx.workspaceId,
        name: input.name,
      }),
    );
    return { code };
  }),
});
