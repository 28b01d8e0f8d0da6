import { z } from "zod";
import {
  parseBoardAnswer,
  parseBoardPage,
  parseCatchUpAnswer,
  parseHeads,
} from "@/domain/board-answers";
import { boardPage, catchUpInput, openBoard } from "@/domain/board-input";
import { SpurError } from "../errors";
import { memberProcedure, router } from "../trpc";
import { unwrapJson, unwrapRow } from "../unwrap";

// Who is no member has no topics, and so no heads.
const isOfNoMember = (answer: unknown) => z.object({ heads: z.null() }).safeParse(answer).success;

export const boardRouter = router({
  /** The whole first sight of a board, from one snapshot. */
  open: memberProcedure.input(openBoard).query(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("open_board", {
        p_workspace_id: ctx.workspaceId,
        p_page_size: input.pageSize,
        p_query: input.query,
      }),
      parseBoardAnswer,
    ),
  ),

  /** The next cards of a column; none when the column is not on this board. */
  page: memberProcedure.input(boardPage).query(async ({ ctx, input }) => {
    const answer = await ctx.supabase.rpc("board_page", {
      p_workspace_id: ctx.workspaceId,
      p_column: input.column,
      p_after: input.after ?? "",
      p_page_size: input.pageSize,
      p_query: input.query,
    });
    if (isOfNoMember(answer.data)) throw new SpurError("workspace_not_found");
    return unwrapJson(answer, parseBoardPage);
  }),

  /** The last number of each topic, for a board to compare with its own. */
  heads: memberProcedure.query(async ({ ctx }) => {
    const answer = await ctx.supabase.rpc("board_heads", { p_workspace_id: ctx.workspaceId });
    unwrapRow(answer, "workspace_not_found");
    return unwrapJson(answer, parseHeads);
  }),

  /** What changed since the numbers a board holds; "stale" when it must be opened anew. */
  catchUp: memberProcedure.input(catchUpInput).query(async ({ ctx, input }) =>
    unwrapJson(
      await ctx.supabase.rpc("catch_up", {
        p_workspace_id: ctx.workspaceId,
        p_cursors: input.cursors,
        p_query: input.query,
      }),
      parseCatchUpAnswer,
    ),
  ),
});
