import { classParty, createPartyClass, endClassification } from "@/domain/party-input";
import { ownCode } from "../own-code";
import { memberProcedure, router } from "../trpc";
import { unwrap } from "../unwrap";

export const classificationRouter = router({
  /** From now on; of sizes and values the new one takes the place of the old. May be repeated. */
  add: memberProcedure.input(classParty).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("class_party", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_party_id: input.partyId,
        p_class_code: input.code,
        p_reason: input.reason,
      }),
    );
    return { id: input.id };
  }),

  /** Until now; that it was is kept. */
  end: memberProcedure.input(endClassification).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("end_classification", {
        p_id: input.id,
        p_version: input.version,
      }),
    );
    return { id: input.id };
  }),

  /** A class of the workspace's own. */
  createClass: memberProcedure.input(createPartyClass).mutation(async ({ ctx, input }) => {
    const code = ownCode();
    unwrap(
      await ctx.supabase
        .from("party_classes")
        .insert({ code, kind: "OTHER", workspace_id: ctx.workspaceId, name: input.name }),
    );
    return { code };
  }),
});
