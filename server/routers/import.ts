import { parseImportResult } from "@/domain/import-answers";
import {
  beginImport,
  discardImport,
  finishImport,
  stageImportRows,
  undoImport,
} from "@/domain/import-input";
import { SpurError } from "../errors";
import { memberProcedure, router } from "../trpc";
import { unwrap, unwrapJson, unwrapRow } from "../unwrap";

const columns =
  "id, fileName:file_name, teamId:team_id, memberId:member_id, status, rowCount:row_count, createdAt:created_at, finishedAt:finished_at";

export const importRouter = router({
  /** Newest first: the caller's own, for admins all. */
  list: memberProcedure.query(async ({ ctx }) => {
    const { imports } = unwrapRow(
      await ctx.supabase
        .from("workspaces")
        .select(`imports(${columns})`)
        .eq("id", ctx.workspaceId)
        .order("created_at", { referencedTable: "imports", ascending: false })
        .limit(100, { referencedTable: "imports" })
        .maybeSingle(),
      "workspace_not_found",
    );
    return imports;
  }),

  begin: memberProcedure.input(beginImport).mutation(async ({ ctx, input }) => {
    unwrap(
      await ctx.supabase.rpc("begin_import", {
        p_id: input.id,
        p_workspace_id: ctx.workspaceId,
        p_file_name: input.fileName,
        p_team_id: input.teamId,
      }),
    );
    return { id: input.id };
  }),

  /** `staged` is how many rows wait so far. */
  stage: memberProcedure.input(stageImportRows).mutation(async ({ ctx, input }) => {
    const staged = unwrap(
      await ctx.supabase.rpc("stage_import_rows", { p_import_id: input.id, p_rows: input.rows }),
    );
    // Nothing waits although rows were sent: no such import, somebody else's, or finished meanwhile.
    if (staged === 0) throw new SpurError("import_not_found");
    return { staged };
  }),

  finish: memberProcedure
    .input(finishImport)
    .mutation(async ({ ctx, input }) =>
      unwrapJson(
        await ctx.supabase.rpc("finish_import", { p_import_id: input.id }),
        parseImportResult,
      ),
    ),

  /** Throws the caller's staged rows away. May be repeated: what is not there needs no discarding. */
  discard: memberProcedure.input(discardImport).mutation(async ({ ctx, input }) => {
    const { workspaceId: workspace_id } = ctx;
    const imports = () => ctx.supabase.from("imports");
    unwrap(await imports().delete().match({ workspace_id, id: input.id, status: "staged" }));
    const left = unwrap(
      await imports().select("status").match({ workspace_id, id: input.id }).maybeSingle(),
    );
    // Taken over meanwhile, or an admin reads it, whose it is not.
    if (left) throw new SpurError(left.status === "staged" ? "forbidden" : "import_not_found");
    return { id: input.id };
  }),

  undo: memberProcedure
    .input(undoImport)
    .mutation(async ({ ctx, input }) =>
      unwrapJson(
        await ctx.supabase.rpc("undo_import", { p_import_id: input.id }),
        parseImportResult,
      ),
    ),
});
