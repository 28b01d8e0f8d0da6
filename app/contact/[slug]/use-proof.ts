import { useRef, useState } from "react";
import { askChallenge } from "./actions";

export type Proof = { challenge: string; solution: number };

/**
 * The proof of work of a message: begun when somebody comes to the form, so that it is there before
 * they have written. `finish` waits for it; null when there is none to be had.
 */
export function useProof(slug: string) {
  const running = useRef<Promise<Proof | null>>(null);
  const [proof, setProof] = useState<Proof | null>(null);

  function begin(): Promise<Proof | null> {
    running.current ??= solve(slug).then((found) => {
      setProof(found);
      return found;
    });
    return running.current;
  }

  function forget() {
    running.current = null;
    setProof(null);
  }

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
