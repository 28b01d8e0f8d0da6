import {
  addContactPoint,
  addPostalAddress,
  removeContactPoint,
  updateContactPoint,
} from "@/domain/contact-point-input";
import { snakeKeys } from "@/domain/letter-case";
import { readContactValue, readContactValueOf } from "../contact-value";
import { dateRange } from "../period";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapEdit, unwrapRow } from "../unwrap";

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
      // The same address in the same time: it is known already.
      { "23P01": "already_exists" },
    );
    return { id: input.id };
  }),

  /** A postal address, from today on. May be repeated. */
  addAddress: memberProcedure.input(addPostalAddress).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("add_contact_point", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_party_id: input.partyId,
        p_kind: "postal",
        // The database makes it of the parts.
        p_value: input.address.country,
        p_mutation_id: input.mutationId,
        p_address: input.address,
      }),
      { "23P01": "already_exists" },
    );
    return { id: input.id };
  }),

  /**
   * The address itself, what it is for, when it holds, whether it comes first and may be used.
   * Answers the new version.
   */
  update: memberProcedure.input(updateContactPoint).mutation(async ({ ctx, input }) => {
    const { typed, valid, ...patch } = input.patch;
    const read = typed && readContactValueOf(typed.kind, typed.text, typed.timeZone);
    const edit = ctx.supabase
      .from("contact_points")
      .update({ ...snakeKeys(patch), ...read, ...(valid && { valid: dateRange(valid) }) })
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(
      await edit.select("id, version").maybeSingle(),
      input.version,
      () =>
        ctx.supabase
          .from("contact_points")
          .select("version")
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .maybeSingle(),
      // Of a new address it is not the time that is taken.
      valid ? {} : { "23P01": "already_exists" },
    );
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
