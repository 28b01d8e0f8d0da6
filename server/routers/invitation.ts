import { acceptInvitation, createInvitation, deleteInvitation } from "@/domain/member-input";
import { parseCurrentSession } from "@/domain/session";
import { codeOfAuthError } from "../auth-error";
import { env } from "../env";
import { SpurError } from "../errors";
import { log } from "../log";
import { anonymousClient } from "../supabase";
import { memberProcedure, router, userProcedure } from "../trpc";
import { unwrap, unwrapJson, unwrapRow } from "../unwrap";

const columns =
  "id, email, accessRole:access_role, teamId:team_id, createdAt:created_at, expiresAt:expires_at";

export const invitationRouter = router({
  /** The open ones; those past `expiresAt` can only be taken back. */
  list: memberProcedure.query(async ({ ctx }) => {
    const { invitations } = unwrapRow(
      await ctx.supabase
        .from("workspaces")
        .select(`invitations(${columns})`)
        .eq("id", ctx.workspaceId)
        .is("invitations.accepted_at", null)
        .order("created_at", { referencedTable: "invitations" })
        .maybeSingle(),
      "workspace_not_found",
    );
    return invitations;
  }),

  /** The invitation stands also when no mail could be sent: it waits at the next sign-in. */
  create: memberProcedure.input(createInvitation).mutation(async ({ ctx, input }) => {
    const me = unwrapJson(await ctx.supabase.rpc("my_session"), parseCurrentSession);
    const membership = me.memberships.find((m) => m.workspaceId === ctx.workspaceId);
    if (!membership) throw new SpurError("workspace_not_found");
    const invitation = unwrap(
      await ctx.supabase
        .from("invitations")
        .insert({
          workspace_id: ctx.workspaceId,
          email: input.email,
          access_role: input.accessRole,
          team_id: input.teamId,
          invited_by: membership.memberId,
        })
        .select(columns)
        .single(),
    );
    return { invitation, mailed: await sendInvitation(input.email, ctx.requestId) };
  }),

  /** Answers the slug of the workspace that the caller now belongs to. */
  accept: userProcedure.input(acceptInvitation).mutation(async ({ ctx, input }) => ({
    slug: unwrap(
      await ctx.supabase.rpc("accept_invitation", {
        p_id: input.id,
        p_given_name: input.givenName,
        p_family_name: input.familyName,
      }),
    ),
  })),

  delete: memberProcedure
    .input(deleteInvitation)
    .mutation(async ({ ctx, input }) =>
      unwrapRow(
        await ctx.supabase
          .from("invitations")
          .delete()
          .eq("workspace_id", ctx.workspaceId)
          .eq("id", input.id)
          .select("id")
          .maybeSingle(),
        "invitation_not_found",
      ),
    ),
});

/** A sign-in link, because the proven address is what lets somebody accept. */
async function sendInvitation(email: string, requestId: string): Promise<boolean> {
  const { error } = await anonymousClient().auth.signInWithOtp({
    email,
    options: { shouldCreateUser: true, emailRedirectTo: `${env().siteUrl}/welcome` },
  });
  if (error) log("warn", "invitation_not_mailed", { requestId, code: codeOfAuthError(error) });
  return !error;
}
