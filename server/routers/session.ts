import { parseCurrentSession } from "@/domain/session";
import {
  requestPasswordReset,
  setPassword,
  signIn,
  signInWithLink,
  signOut,
  signUp,
} from "@/domain/session-input";
import { authFailure } from "../auth-error";
import { env } from "../env";
import { concealAccount, returnAddress } from "../mail-links";
import { anonymousClient, clearSession, endSession, readSession } from "../supabase";
import { publicProcedure, router, userProcedure } from "../trpc";
import { unwrapJson } from "../unwrap";

export const sessionRouter = router({
  /** Null for nobody. */
  current: publicProcedure.query(async ({ ctx }) => {
    if (!(await readSession(ctx.supabase))) return null;
    const answer = await ctx.supabase.rpc("my_session");
    // A token whose session was ended elsewhere is still well signed, but nobody's.
    if (!answer.error && answer.data === null) return null;
    return unwrapJson(answer, parseCurrentSession);
  }),

  /** What the one socket of a page needs: its script cannot read the session's cookie. */
  realtime: userProcedure.query(({ ctx }) => {
    const { supabaseUrl, publishableKey } = env();
    return {
      url: `${supabaseUrl.replace(/^http/, "ws")}/realtime/v1`,
      key: publishableKey,
      ...ctx.session,
    };
  }),

  signIn: publicProcedure.input(signIn).mutation(async ({ ctx, input }) => {
    const { error } = await ctx.supabase.auth.signInWithPassword(input);
    if (error) throw authFailure(error);
  }),

  /** Answers the same whether or not the address has an account. */
  signInWithLink: publicProcedure.input(signInWithLink).mutation(async ({ ctx, input }) => {
    const { error } = await anonymousClient().auth.signInWithOtp({
      email: input.email,
      options: { shouldCreateUser: false, emailRedirectTo: returnAddress(input.next) },
    });
    concealAccount(error, ctx.requestId);
  }),

  signUp: publicProcedure.input(signUp).mutation(async ({ ctx, input }) => {
    // Not the user's client: it would tie the mail's link to this browser, by a cookie that stays.
    const { data, error } = await anonymousClient().auth.signUp({
      email: input.email,
      password: input.password,
      options: { emailRedirectTo: returnAddress(input.next) },
    });
    if (error) throw authFailure(error);
    if (!data.session) return { status: "confirm_email" as const };
    const kept = await ctx.supabase.auth.setSession(data.session);
    if (kept.error) throw authFailure(kept.error);
    return { status: "signed_in" as const };
  }),

  /** On this device it always succeeds; `everywhere` only when the Auth server agreed. */
  signOut: publicProcedure.input(signOut).mutation(async ({ ctx, input }) => {
    const failure = await endSession(ctx.supabase, input.everywhere ? "global" : "local");
    if (failure && input.everywhere) throw failure;
    await clearSession(ctx.cookies);
  }),

  /** Answers the same whether or not the address has an account. */
  requestPasswordReset: publicProcedure
    .input(requestPasswordReset)
    .mutation(async ({ ctx, input }) => {
      const { error } = await anonymousClient().auth.resetPasswordForEmail(input.email, {
        redirectTo: `${env().siteUrl}/set-password`,
      });
      concealAccount(error, ctx.requestId);
    }),

  /** For whoever is signed in, also through the link of a reset. */
  setPassword: userProcedure.input(setPassword).mutation(async ({ ctx, input }) => {
    const { error } = await ctx.supabase.auth.updateUser({ password: input.password });
    if (error) throw authFailure(error);
  }),
});
