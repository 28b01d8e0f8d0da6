import * as z from "zod/mini";
import { importChunk } from "./import-row";
import { id, line } from "./input-fields";

/** With a team its opportunities are the team's, else everybody's in the workspace. */
export const beginImport = z.strictObject({ id, fileName: line(300), teamId: z.nullable(id) });

/** A piece of the file; one that is sent twice counts once. */
export const stageImportRows = z.strictObject({ id, rows: importChunk });

export const finishImport = z.strictObject({ id });

/** Of what is not taken over yet. */
export const discardImport = z.strictObject({ id });

export const undoImport = z.strictObject({ id });
