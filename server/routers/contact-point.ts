import { addContactPoint, removeContactPoint } from "@/domain/contact-point-input";
import { readContactValue } from "../contact-value";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapRow } from "../unwrap";

export const contactPointRouter = router({
  /** From today on. May be repeated. */
  add: memberProcedure.input(addContactPoint).mutation(async ({ ctx, input }) => {
    const { kind, value, extension } = readContactValue(input.text, input.timeZone);
    unwrap(
      await ctx.supabase.rpc("add_contact_point", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_party_id: input.partyId,
        p_kind: kind,
        p_value: value,
        p_mutation_id: input.mutationId,
        ...(extension !== null && { p_extension: extension }),
      }),
    );
    return { id: input.id };
  }),

  /** As if it had never been noted; the history keeps it. */
  remove: memberProcedure
    .input(removeContactPoint)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("contact_points")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select("id")
          .maybeSingle(),
        "forbidden",
      ),
    ),
});
