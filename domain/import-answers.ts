import { z } from "zod";

const importResult = z.object({
  status: z.enum(["staged", "done", "undone"]),
  rowCount: z.number(),
});

/** `finish_import` and `undo_import`: where the import stands and how many rows were added or removed. */
export type ImportResult = z.infer<typeof importResult>;

/** Null when malformed. */
export function parseImportResult(input: unknown): ImportResult | null {
  const parsed = importResult.safeParse(input);
  return parsed.success ? parsed.data : null;
}
