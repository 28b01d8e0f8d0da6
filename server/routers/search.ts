import { parseSearchAnswer, type SearchHit } from "@/domain/search-answers";
import { searchEverything } from "@/domain/search-input";
import { readableContactValue } from "../contact-value";
import { memberProcedure, router } from "../trpc";
import { unwrapJson } from "../unwrap";

export const searchRouter = router({
  /** A few of each kind of what the caller may see; nothing in a workspace of others. */
  everything: memberProcedure.input(searchEverything).query(async ({ ctx, input }) => {
    const answer = unwrapJson(
      await ctx.supabase.rpc("search", {
        p_workspace_id: ctx.workspaceId,
        p_text: input.text,
        p_limit: input.limit,
      }),
      parseSearchAnswer,
    );
    return { ...answer, hits: answer.hits.map(legible) };
  }),
});

/** Numbers as people write them. */
function legible(hit: SearchHit): SearchHit {
  if (hit.kind !== "party" || !hit.contactPoint) return hit;
  const { kind, value } = hit.contactPoint;
  return { ...hit, contactPoint: { kind, value: readableContactValue(kind, value) } };
}
