import { sha256 } from "@noble/hashes/sha2.js";
import type { ConsentRow } from "@/domain/subscription-input";

/**
 * The id of an import, made of all that it says (as version 8 of RFC 9562): the same file for the
 * same list is the same import, also after the page was closed in the middle of it.
 */
export function consentFileId(listId: string, proof: string, rows: readonly ConsentRow[]): string {
  const bytes = sha256(new TextEncoder().encode(JSON.stringify([listId, proof, rows]))).slice(
    0,
    16,
  );
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x80], 6);
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
