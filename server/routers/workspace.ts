import { snakeKeys } from "@/domain/letter-case";
import { createWorkspace, updateWorkspace } from "@/domain/workspace-input";
import { memberProcedure, router, userProcedure } from "../trpc";
import { unwrapEdit, unwrapRow } from "../unwrap";

const columns =
  "id, slug, name, currency, timeZone:time_zone, locale, accentHue:accent_hue, version";

export const workspaceRouter = router({
  /** Answers the slug, which is another than the wanted one when that is taken. */
  create: userProcedure.input(createWorkspace).mutation(async ({ ctx, input }) => {
    const answer = await ctx.supabase.rpc("create_workspace", {
      p_id: input.id,
      p_slug: input.slug,
      p_company: input.company,
      p_currency: input.currency,
      p_time_zone: input.timeZone,
      p_locale: input.locale,
      p_given_name: input.givenName,
      p_family_name: input.familyName,
      p_team_name: input.teamName,
      p_stages: input.stages,
    });
    // No slug: the id belongs to a workspace of somebody else.
    return { slug: unwrapRow(answer, "already_exists") };
  }),

  byId: memberProcedure.query(async ({ ctx }) => {
    const read = ctx.supabase.from("workspaces").select(columns).eq("id", ctx.workspaceId);
    const row = unwrapRow(await read.maybeSingle(), "workspace_not_found");
    return row;
  }),

  update: memberProcedure.input(updateWorkspace).mutation(async ({ ctx, input }) => {
    const workspaces = () => ctx.supabase.from("workspaces");
    const edit = workspaces()
      .update(snakeKeys(input.patch))
      .eq("id", ctx.workspaceId)
      .eq("version", input.version);
    return unwrapEdit(await edit.select(columns).maybeSingle(), input.version, () =>
      workspaces().select("version").eq("id", ctx.workspaceId).maybeSingle(),
    );
  }),
});
