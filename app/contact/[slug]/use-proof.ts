import { useCallback, useRef, useState } from "react";
import { askChallenge } from "./actions";

export type Proof = { challenge: string; solution: number };

/**
 * The proof of work of a message: begun when somebody comes to the form, so that it is there before
 * they have written. Undefined until it is settled; null when there is none to be had.
 */
export function useProof(slug: string) {
  const isRunning = useRef(false);
  const [proof, setProof] = useState<Proof | null>();

  const begin = useCallback(() => {
    if (isRunning.current) return;
    isRunning.current = true;
    void solve(slug).then(setProof);
  }, [slug]);

  const forget = useCallback(() => {
    isRunning.current = false;
    setProof(undefined);
  }, []);

  return { proof, begin, forget };
}

async function solve(slug: string): Promise<Proof | null> {
  try {
    const [challenge, { solveChallenge }] = await Promise.all([
      askChallenge(slug),
      import("@/domain/proof-of-work"),
    ]);
    if (!challenge) return null;
    return { challenge: challenge.challenge, solution: await solveChallenge(challenge) };
  } catch {
    // Without it a mail asks for a click.
    return null;
  }
}
