import { parseContactLists } from "@/domain/contact-list-answers";
import { contactListById, createContactList, updateContactList } from "@/domain/contact-list-input";
import { snakeKeys } from "@/domain/letter-case";
import { SpurError } from "../errors";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapEdit, unwrapJson } from "../unwrap";

export const contactListRouter = router({
  /** By name, archived ones too, with how many stand on them in which state. */
  list: memberProcedure.query(async ({ ctx }) =>
    unwrapJson(
      await ctx.supabase.rpc("list_contact_lists", { p_workspace_id: ctx.workspaceId }),
      parseContactLists,
    ),
  ),

  byId: memberProcedure.input(contactListById).query(async ({ ctx, input }) => {
    const [list] = unwrapJson(
      await ctx.supabase.rpc("list_contact_lists", {
        p_workspace_id: ctx.workspaceId,
        p_id: input.id,
      }),
      parseContactLists,
    );
    if (!list) throw new SpurError("not_found");
    return list;
  }),

  /** By marketing and admins. May be repeated. */
  create: memberProcedure.input(createContactList).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("create_contact_list", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_kind: input.kind,
        p_names: input.names,
        p_descriptions: input.descriptions,
        p_is_offered: input.isOffered,
        p_mutation_id: input.mutationId,
      }),
    );
    return { id: input.id };
  }),

  update: memberProcedure.input(updateContactList).mutation(async ({ ctx, input }) => {
    const { isArchived, ...patch } = input.patch;
    const archivedAt = isArchived ? new Date().toISOString() : null;
    const edit = ctx.supabase
      .from("contact_lists")
      .update(snakeKeys({ ...patch, ...(isArchived !== undefined && { archivedAt }) }))
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select("id, version").maybeSingle(), input.version, () =>
      ctx.supabase
        .from("contact_lists")
        .select("version")
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .maybeSingle(),
    );
  }),
});
