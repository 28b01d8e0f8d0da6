import { importChunkSize } from "@/domain/import-limits";

/** Below the two million bytes that the server takes in one request, with room for its wrapping. */
const maxPieceBytes = 1_500_000;

/** Rows in the order of the file, in pieces that one request can carry, by number and by size. */
export function splitIntoPieces<Row>(rows: readonly Row[]): Row[][] {
  const encoder = new TextEncoder();
  const pieces: Row[][] = [];
  let piece: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row)).length + 1;
    if (piece.length === importChunkSize || (piece.length > 0 && bytes + size > maxPieceBytes)) {
      pieces.push(piece);
      piece = [];
      bytes = 0;
    }
    piece.push(row);
    bytes += size;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}
