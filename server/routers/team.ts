import { snakeKeys } from "@/domain/letter-case";
import { createTeam, deleteTeam, teamMembership, updateTeam } from "@/domain/team-input";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapCreate, unwrapEdit, unwrapRow } from "../unwrap";

const columns = "id, name, parentId:parent_id, version";

export const teamRouter = router({
  list: memberProcedure.query(async ({ ctx }) => {
    const { teams } = unwrapRow(
      await ctx.supabase
        .from("workspaces")
        .select(`teams(${columns}, members:team_members(memberId:member_id))`)
        .eq("id", ctx.workspaceId)
        .order("name", { referencedTable: "teams" })
        .order("id", { referencedTable: "teams" })
        .maybeSingle(),
      "workspace_not_found",
    );
    return teams.map(({ members, ...team }) => ({
      ...team,
      memberIds: members.map(({ memberId }) => memberId),
    }));
  }),

  create: memberProcedure.input(createTeam).mutation(async ({ ctx, input }) => {
    const teams = () => ctx.supabase.from("teams");
    const row = {
      id: input.id,
      workspace_id: ctx.workspaceId,
      name: input.name,
      parent_id: input.parentId,
    };
    return unwrapCreate(await teams().insert(row).select(columns).single(), () =>
      teams().select(columns).eq("workspace_id", ctx.workspaceId).eq("id", input.id).maybeSingle(),
    );
  }),

  update: memberProcedure.input(updateTeam).mutation(async ({ ctx, input }) => {
    const edit = ctx.supabase
      .from("teams")
      .update(snakeKeys(input.patch))
      .eq("workspace_id", ctx.workspaceId)
      .eq("id", input.id)
      .eq("version", input.version);
    return unwrapEdit(await edit.select(columns).maybeSingle(), input.version, () =>
      ctx.supabase
        .from("teams")
        .select("version")
        .eq("workspace_id", ctx.workspaceId)
        .eq("id", input.id)
        .maybeSingle(),
    );
  }),

  /** Not while it holds opportunities or other teams. */
  delete: memberProcedure
    .input(deleteTeam)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("teams")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select("id")
          .maybeSingle(),
        "forbidden",
        { "23503": "in_use" },
      ),
    ),

  /** May be repeated. */
  addMember: memberProcedure.input(teamMembership).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase
        .from("team_members")
        .upsert(
          { workspace_id: ctx.workspaceId, team_id: input.teamId, member_id: input.memberId },
          { onConflict: "team_id,member_id", ignoreDuplicates: true },
        ),
    );
    return input;
  }),

  removeMember: memberProcedure
    .input(teamMembership)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("team_members")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("team_id", input.teamId)
          .eq("member_id", input.memberId)
          .select("teamId:team_id, memberId:member_id")
          .maybeSingle(),
        "forbidden",
      ),
    ),
});
