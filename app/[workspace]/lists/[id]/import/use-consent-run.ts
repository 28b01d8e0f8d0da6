"use client";

import { useTRPCClient } from "@/app/_trpc/client";
import type { ImportOutcomes } from "@/domain/contact-list-answers";
import type { ConsentRow } from "@/domain/subscription-input";
import { splitIntoPieces } from "../../../import/reading/pieces";
import { useWorkspace } from "../../../workspace-context";
import { createRunStore, type RunStep } from "../running/run-store";
import { storesBy, useRunStore } from "../running/use-run-store";
import { consentFileId } from "./consent-file-id";

type ChosenFile = { fileName: string; proof: string; rows: readonly ConsentRow[] };

/** A file on its way to a list. */
export type ConsentRun = {
  id: string;
  fileName: string;
  proof: string;
  pieces: ConsentRow[][];
  total: number;
  stand: { piece: number; done: number; told: ImportOutcomes };
};

const nothing = {
  accepted: 0,
  added: 0,
  already: 0,
  declined: 0,
  leftOut: 0,
  undeliverable: 0,
};

const runs = storesBy<ConsentRun>(() => createRunStore<ConsentRun>());

/** Brings a file onto a list, piece by piece, also while the member is on other pages. */
export function useConsentRun(listId: string) {
  const client = useTRPCClient();
  const { memberId } = useWorkspace();
  const run = runs(`${memberId} ${listId}`);
  const state = useRunStore(run);

  const step: RunStep<ConsentRun> = async ({ id, proof, pieces, stand }) => {
    const { piece, done, told } = stand;
    const rows = pieces[piece] ?? [];
    const outcomes = await client.subscription.import.mutate({ id, piece, listId, proof, rows });
    return {
      stand: { piece: piece + 1, done: done + rows.length, told: sum(told, outcomes) },
      isLast: piece + 1 === pieces.length,
    };
  };

  return {
    state,
    start({ fileName, proof, rows }: ChosenFile) {
      const id = consentFileId(listId, proof, rows);
      const stand = { piece: 0, done: 0, told: nothing };
      const pieces = splitIntoPieces(rows);
      run.start({ id, fileName, proof, pieces, total: rows.length, stand }, step);
    },
    resume: () => run.resume(step),
    stop: run.stop,
    dismiss: run.dismiss,
  };
}

function sum(a: ImportOutcomes, b: ImportOutcomes): ImportOutcomes {
  return {
    accepted: a.accepted + b.accepted,
    added: a.added + b.added,
    already: a.already + b.already,
    declined: a.declined + b.declined,
    leftOut: a.leftOut + b.leftOut,
    undeliverable: a.undeliverable + b.undeliverable,
  };
}
