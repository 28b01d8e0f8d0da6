import type { PostgrestSingleResponse } from "@supabase/supabase-js";
import type { ErrorCode } from "@/domain/error-codes";
import { codeOfDatabaseError } from "./database-error";
import { SpurError } from "./errors";

/** Another meaning of a database code in one place: a deletion meets 23503 from the other side. */
type Overrides = Readonly<Record<string, ErrorCode>>;

/**
 * The data of an answer of the API.
 * @throws SpurError with the closed code of what went wrong
 */
export function unwrap<T>(answer: PostgrestSingleResponse<T>, overrides: Overrides = {}): T {
  if (!answer.error) return answer.data;
  const { error, status } = answer;
  const code = overrides[error.code] ?? codeOfDatabaseError(error, status);
  throw new SpurError(code, {
    // The only detail of the database that says a name, and to members of the workspace alone.
    ...(code === "lead_taken" && error.details && { who: error.details }),
    cause: error,
  });
}

/** The row of an answer that may have none; policies make no difference between hidden and gone. */
export function unwrapRow<T>(
  answer: PostgrestSingleResponse<T>,
  missing: ErrorCode,
  overrides?: Overrides,
): NonNullable<T> {
  const row = unwrap(answer, overrides);
  if (row === null || row === undefined) throw new SpurError(missing);
  return row;
}

/** An answer of a function of the database, read by its parser in `domain`. */
export function unwrapJson<T>(
  answer: PostgrestSingleResponse<unknown>,
  parse: (input: unknown) => T | null,
): T {
  const parsed = parse(unwrap(answer));
  if (parsed === null) {
    throw new SpurError("internal", { cause: new Error("unexpected answer of a function") });
  }
  return parsed;
}

/**
 * The row that an edit based on a version wrote. When it wrote none, one more read tells why:
 * the row is gone or hidden, someone was faster, or the caller may read but not write it.
 */
export async function unwrapEdit<T>(
  edit: PostgrestSingleResponse<T>,
  basedOn: number,
  readVersion: () => PromiseLike<PostgrestSingleResponse<{ version: number } | null>>,
  overrides?: Overrides,
): Promise<NonNullable<T>> {
  const row = unwrap(edit, overrides);
  if (row !== null && row !== undefined) return row;
  const { version } = unwrapRow(await readVersion(), "not_found");
  throw new SpurError(version === basedOn ? "forbidden" : "conflict");
}

/**
 * The row that a creation wrote. When its id is taken, the client may have lost the first answer
 * and asked again: then the row is there, in this workspace.
 */
export async function unwrapCreate<T>(
  creation: PostgrestSingleResponse<T>,
  readRow: () => PromiseLike<PostgrestSingleResponse<T | null>>,
): Promise<T> {
  if (creation.error?.code !== "23505") return unwrap(creation);
  return unwrapRow(await readRow(), "already_exists");
}
