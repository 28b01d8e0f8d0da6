import type { FieldConflict } from "@/domain/field-conflict";

/** What happened to what was typed into a field. Where nothing is said, it was saved. */
export type FieldState<Patch> =
  | { status: "saving" }
  | { status: "saved" }
  | { status: "failed"; error: unknown; patch: Patch }
  | { status: "conflict"; conflict: FieldConflict; patch: Patch; version: number };
