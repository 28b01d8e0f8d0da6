import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { solveChallenge } from "@/domain/proof-of-work";

it.each([1, 8, 12])("finds a number whose digest begins with %i zero bits", async (bits) => {
  const challenge = `page.${bits}.nonce`;
  const solution = await solveChallenge({ challenge, bits });
  const digest = createHash("sha256").update(`${challenge}.${solution}`).digest();
  expect(digest.readUInt32BE(0) >>> (32 - bits)).toBe(0);
});

it("stops when nobody waits for it any more", async () => {
  await expect(
    solveChallenge({ challenge: "page", bits: 32 }, AbortSignal.abort()),
  ).rejects.toThrow();
});
