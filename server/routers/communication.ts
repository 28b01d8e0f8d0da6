import {
  answerCommunication,
  deleteCommunication,
  listCommunications,
  logCommunication,
  updateCommunication,
} from "@/domain/communication-input";
import { snakeKeys } from "@/domain/letter-case";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapEdit, unwrapRow } from "../unwrap";

export const communicationColumns =
  "id, version, opportunityId:opportunity_id, typeCode:type_code, direction, subject, body, occurredAt:occurred_at, authorId:author_id, isShared:is_shared, party:parties(id, kind, name)";

export const communicationRouter = router({
  /** Newest first. */
  list: memberProcedure.input(listCommunications).query(async ({ ctx, input }) => {
    const page = ctx.supabase
      .from("opportunities")
      .select(
        `communications!communications_workspace_id_opportunity_id_fkey(${communicationColumns})`,
      )
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.opportunityId)
      .order("occurred_at", { referencedTable: "communications", ascending: false })
      .order("id", { referencedTable: "communications" })
      .limit(input.limit, { referencedTable: "communications" });
    const { cursor } = input;
    const older = cursor
      ? page.or(
          `occurred_at.lt."${cursor.occurredAt}",and(occurred_at.eq."${cursor.occurredAt}",id.gt.${cursor.id})`,
          { referencedTable: "communications" },
        )
      : page;
    const { communications } = unwrapRow(await older.maybeSingle(), "opportunity_not_found");
    const last = communications.length < input.limit ? undefined : communications.at(-1);
    return {
      items: communications,
      nextCursor: last ? { occurredAt: last.occurredAt, id: last.id } : null,
    };
  }),

  /** With the contact or customer of the opportunity. May be repeated. */
  log: memberProcedure.input(logCommunication).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("log_communication", {
        p_id: input.id,
        p_opportunity_id: input.opportunityId,
        p_type_code: input.typeCode,
        p_mutation_id: input.mutationId,
        p_direction: input.direction,
        p_subject: input.subject,
        p_body: input.body,
        p_occurred_at: input.occurredAt,
      }),
    );
    return { id: input.id };
  }),

  /** To a customer who wrote by the public pages. May be repeated. */
  answer: memberProcedure.input(answerCommunication).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("answer_customer", {
        p_id: input.id,
        p_communication_id: input.communicationId,
        p_body: input.body,
        p_mutation_id: input.mutationId,
      }),
    );
    return { id: input.id };
  }),

  update: memberProcedure.input(updateCommunication).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("communications")
      .update(snakeKeys(input.patch))
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select(communicationColumns).maybeSingle(), input.version, () =>
      ctx.supabase
        .from("communications")
        .select("version")
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .maybeSingle(),
    );
  }),

  delete: memberProcedure
    .input(deleteCommunication)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("communications")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select("id, opportunityId:opportunity_id")
          .maybeSingle(),
        "forbidden",
      ),
    ),
});
