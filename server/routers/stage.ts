import { snakeKeys } from "@/domain/letter-case";
import { createStage, reorderStages, retireStage, updateStage } from "@/domain/stage-input";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapCreate, unwrapEdit, unwrapRow } from "../unwrap";

const columns =
  "id, name, position, kind, probability, rotDays:rot_days, retiredAt:retired_at, version";

export const stageRouter = router({
  /** In order; also retired ones, because histories name them. */
  list: memberProcedure.query(async ({ ctx }) => {
    const { stages } = unwrapRow(
      await ctx.supabase
        .from("workspaces")
        .select(`stages(${columns})`)
        .eq("id", ctx.workspaceId)
        .order("position", { referencedTable: "stages" })
        .order("id", { referencedTable: "stages" })
        .maybeSingle(),
      "workspace_not_found",
    );
    return stages;
  }),

  create: memberProcedure.input(createStage).mutation(async ({ ctx, input }) => {
    const { rotDays, ...rest } = input;
    const stages = () => ctx.supabase.from("stages");
    const row = { ...rest, workspace_id: ctx.workspaceId, rot_days: rotDays };
    return unwrapCreate(await stages().insert(row).select(columns).single(), () =>
      stages().select(columns).eq("workspace_id", ctx.workspaceId).eq("id", input.id).maybeSingle(),
    );
  }),

  update: memberProcedure.input(updateStage).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("stages")
      .update(snakeKeys(input.patch))
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select(columns).maybeSingle(), input.version, () =>
      ctx.supabase
        .from("stages")
        .select("version")
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .maybeSingle(),
    );
  }),

  reorder: memberProcedure.input(reorderStages).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("reorder_stages", {
        p_workspace_id: ctx.workspaceId,
        p_stage_ids: input.stageIds,
      }),
    );
    return input;
  }),

  retire: memberProcedure.input(retireStage).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("retire_stage", { p_stage_id: input.id, p_move_to: input.moveTo }),
    );
    return input;
  }),
});
