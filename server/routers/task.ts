import { snakeKeys } from "@/domain/letter-case";
import { parseOpportunityTasks, parseSavedTask } from "@/domain/task-answers";
import { addTask, listTasks, removeTask, updateTask } from "@/domain/task-input";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapJson } from "../unwrap";

export const taskRouter = router({
  /** Those about an opportunity. */
  list: memberProcedure.input(listTasks).query(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("opportunity_tasks", {
        p_workspace_id: ctx.workspaceId,
        p_opportunity_id: input.opportunityId,
      }),
      parseOpportunityTasks,
    ),
  ),

  /** May be repeated. */
  add: memberProcedure.input(addTask).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("add_task", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_title: input.title,
        p_assignee_id: input.assigneeId,
        p_mutation_id: input.mutationId,
        p_party_id: input.partyId,
        p_opportunity_id: input.opportunityId,
        p_due_on: input.dueOn,
        p_note: input.note,
      }),
    );
    return { id: input.id };
  }),

  /** Edits it, does it, or opens it again. A conflict is an answer: nothing was written. */
  update: memberProcedure.input(updateTask).mutation(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("update_task", {
        p_id: input.id,
        p_version: input.version,
        p_patch: snakeKeys(input.patch),
        p_mutation_id: input.mutationId,
      }),
      parseSavedTask,
    ),
  ),

  /** May be repeated. */
  remove: memberProcedure.input(removeTask).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("delete_task", { p_id: input.id, p_mutation_id: input.mutationId }),
    );
    return { id: input.id };
  }),
});
