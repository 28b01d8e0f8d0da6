import { snakeKeys } from "@/domain/letter-case";
import { createSavedView, deleteSavedView, updateSavedView } from "@/domain/saved-view-input";
import { memberProcedure, router } from "../trpc";
import { unwrapCreate, unwrapEdit, unwrapRow } from "../unwrap";

const columns = "id, ownerId:owner_id, kind, name, isShared:is_shared, parameters, version";

export const savedViewRouter = router({
  /** The caller's own and the shared ones, by name. */
  list: memberProcedure.query(async ({ ctx }) => {
    const { views } = unwrapRow(
      await ctx.supabase
        .from("workspaces")
        .select(`views:saved_views(${columns})`)
        .eq("id", ctx.workspaceId)
        .order("name", { referencedTable: "views" })
        .order("id", { referencedTable: "views" })
        .maybeSingle(),
      "workspace_not_found",
    );
    return views;
  }),

  create: memberProcedure.input(createSavedView).mutation(async ({ ctx, input }) => {
    const views = () => ctx.supabase.from("saved_views");
    const row = { ...snakeKeys(input), workspace_id: ctx.workspaceId };
    return unwrapCreate(await views().insert(row).select(columns).single(), () =>
      views().select(columns).eq("workspace_id", ctx.workspaceId).eq("id", input.id).maybeSingle(),
    );
  }),

  update: memberProcedure.input(updateSavedView).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("saved_views")
      .update(snakeKeys(input.patch))
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select(columns).maybeSingle(), input.version, () =>
      ctx.supabase
        .from("saved_views")
        .select("version")
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .maybeSingle(),
    );
  }),

  delete: memberProcedure
    .input(deleteSavedView)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("saved_views")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select("id")
          .maybeSingle(),
        "forbidden",
      ),
    ),
});
