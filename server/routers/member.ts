import { snakeKeys } from "@/domain/letter-case";
import { deactivateMember, reactivateMember, updateMember } from "@/domain/member-input";
import { memberProcedure, router } from "../trpc";
import { unwrapEdit, unwrapRow } from "../unwrap";

const columns = "id, name, email, accessRole:access_role, deactivatedAt:deactivated_at, version";

export const memberRouter = router({
  /** Also those who left, because histories name them. */
  list: memberProcedure.query(async ({ ctx }) => {
    const { members } = unwrapRow(
      await ctx.supabase
        .from("workspaces")
        .select(`members(${columns})`)
        .eq("id", ctx.workspaceId)
        .order("name", { referencedTable: "members" })
        .order("id", { referencedTable: "members" })
        .maybeSingle(),
      "workspace_not_found",
    );
    return members;
  }),

  update: memberProcedure.input(updateMember).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("members")
      .update(snakeKeys(input.patch))
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select(columns).maybeSingle(), input.version, () =>
      ctx.supabase
        .from("members")
        .select("version")
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .maybeSingle(),
    );
  }),

  /** Ends the membership and keeps the member as author of what they did. */
  deactivate: memberProcedure
    .input(deactivateMember)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("members")
          .update({ deactivated_at: new Date().toISOString() })
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select(columns)
          .maybeSingle(),
        "forbidden",
      ),
    ),

  /** Opens the membership again, e.g. to undo its end. */
  reactivate: memberProcedure
    .input(reactivateMember)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("members")
          .update({ deactivated_at: null })
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select(columns)
          .maybeSingle(),
        "forbidden",
      ),
    ),
});
