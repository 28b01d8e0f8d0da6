import { sha256 } from "@noble/hashes/sha2.js";

const sliceMs = 12;

/**
 * Finds a number so that SHA-256 of "challenge.number" begins with as many zero bits as asked (the
 * idea of Hashcash). Works in slices, so that the page stays alive meanwhile.
 */
export async function solveChallenge(
  { challenge, bits }: { challenge: string; bits: number },
  signal?: AbortSignal,
): Promise<number> {
  const prefix = `${challenge}.`;
  for (let solution = 0; ; ) {
    const end = Date.now() + sliceMs;
    while (Date.now() < end) {
      if (hasZeroBits(sha256(utf8(prefix + solution)), bits)) return solution;
      solution++;
    }
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
}

function hasZeroBits(digest: Uint8Array, bits: number): boolean {
  const first = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  return first >>> (32 - bits) === 0;
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
