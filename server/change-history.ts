import type { ErrorCode } from "@/domain/error-codes";
import { parseChangedFields } from "@/domain/opportunity-answers";
import type { Backend } from "./database";
import { SpurError } from "./errors";
import { unwrap } from "./unwrap";

type HistoryInput = { id: string; cursor?: number | null | undefined; limit: number };
type History = {
  entity: "opportunity" | "lead";
  /** Its first entry ever says who made it: what has none is not there, or out of sight. */
  missing: ErrorCode;
};

/** Who changed what of one row, newest first, a page at a time. */
export async function readHistory(
  { supabase, workspaceId }: { supabase: Backend; workspaceId: string },
  { entity, missing }: History,
  input: HistoryInput,
) {
  const page = supabase
    .from("change_history")
    .select("id, version, op, actorId:actor_id, changedAt:changed_at, changes")
    .eq("workspace_id", workspaceId)
    .eq("entity", entity)
    .eq("entity_id", input.id)
    .order("version", { ascending: false })
    .limit(input.limit);
  const rows = unwrap(await (input.cursor ? page.lt("version", input.cursor) : page));
  if (rows.length === 0 && !input.cursor) throw new SpurError(missing);
  return {
    items: rows.map((row) => ({ ...row, changes: parseChangedFields(row.changes) ?? {} })),
    nextCursor: rows.length < input.limit ? null : (rows.at(-1)?.version ?? null),
  };
}
