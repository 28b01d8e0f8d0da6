import { parseMails } from "@/domain/mail-answers";
import { listMails } from "@/domain/mail-input";
import { memberProcedure, router } from "../trpc";
import { unwrapJson } from "../unwrap";

export const mailRouter = router({
  /** What left, the latest first; for marketing and admins. */
  list: memberProcedure.input(listMails).query(async ({ ctx, input }) => {
    const items = unwrapJson(
      await ctx.supabase.rpc("list_mails", {
        p_workspace_id: ctx.workspaceId,
        p_limit: input.limit,
        p_text: input.text,
        p_before_at: input.cursor?.createdAt,
        p_before_id: input.cursor?.id,
      }),
      parseMails,
    );
    const last = items.length < input.limit ? undefined : items.at(-1);
    return { items, nextCursor: last ? { createdAt: last.createdAt, id: last.id } : null };
  }),
});
