import type { NewOpportunity } from "@/app/_realtime/board-mutations";
import { newId } from "@/app/_realtime/new-id";
import { idsOf } from "@/app/_realtime/outbox/entry";
import { errorCodeOf } from "@/app/_trpc/error-code";
import type { VisibleBoard } from "@/domain/board-visible";
import type { Hand, Step } from "./plan";
import type { Seat, Team } from "./team";

/** How the writes of everybody ended: closed codes, "saved" or "conflict". */
export type Ends = Record<string, number>;

/** All four carry out their plans at the same time; `onStep` hears of each step that begins. */
export async function workTogether(
  team: Team,
  hands: readonly Hand[],
  onStep: () => void = () => {},
): Promise<Ends> {
  const ends: Ends = {};
  const note = (end: string) => {
    ends[end] = (ends[end] ?? 0) + 1;
  };
  await Promise.all(
    team.seats.map(async (seat, index) => {
      const { steps, atOnce } = hands[index] ?? { steps: [], atOnce: 1 };
      const underway = new Set<Promise<void>>();
      for (const step of steps) {
        onStep();
        for (const act of [move(seat, step), beside(seat, team, step)]) {
          const ended = act.then(note, (error: unknown) => note(errorCodeOf(error)));
          const turn = ended.finally(() => underway.delete(turn));
          underway.add(turn);
        }
        while (underway.size >= atOnce) await Promise.race(underway);
      }
      await Promise.all(underway);
    }),
  );
  return ends;
}

async function move(seat: Seat, { card, stage, place }: Step): Promise<string> {
  const board = boardOf(seat);
  const id = pickCard(board, card);
  const stageId = board.stages[stage % board.stages.length]?.id ?? "";
  if (id === undefined) return "no card";
  const ids = (board.columns[stage % board.stages.length]?.ids ?? []).filter((one) => one !== id);
  const index = place % (ids.length + 1);
  await seat.mutations.move({
    id,
    stageId,
    afterId: ids[index - 1] ?? null,
    beforeId: ids[index] ?? null,
  });
  return "moved";
}

async function beside(seat: Seat, team: Team, step: Step): Promise<string> {
  const board = boardOf(seat);
  const id = pickCard(board, step.card + 7);
  const version = id === undefined ? undefined : board.cardOf(id)?.version;
  if (step.beside === "nothing" || id === undefined || version === undefined) return "nothing";
  if (step.beside === "page") {
    await seat.sync.loadMore(board.stages[step.stage % board.stages.length]?.id ?? "");
    return "page";
  }
  if (step.beside === "create") {
    await seat.mutations.create(newCard(board, step)).saved;
    return "created";
  }
  if (step.beside === "remove") {
    await seat.mutations.remove(id);
    return "removed";
  }
  const patches = {
    edit: { nextStep: `Anruf ${newId()}` },
    amount: { amount: `${step.place}.25`, probability: step.stage % 101 },
    "hand over": { teamId: team.teamIds[step.place % team.teamIds.length] ?? null },
    hide: { isPrivate: step.place % 2 === 0, ownerId: seat.memberId },
  };
  const { status } = await seat.mutations.edit({ id, version, patch: patches[step.beside] });
  return status === "kept" ? endOfKept(seat, id) : status;
}

/** What became of an edit that had waited for the line: its author would be asked about it. */
function endOfKept({ mutations }: Seat, id: string): string {
  const { unsettled } = mutations.outbox.view();
  const one = unsettled.findLast(
    (kept) => kept.kind !== "unreadable" && idsOf(kept.entry).includes(id),
  );
  if (one?.kind === "conflict") return "conflict";
  return one?.kind === "refused" ? errorCodeOf(one.error) : "kept";
}

function newCard(board: VisibleBoard, { stage, place }: Step): NewOpportunity {
  return {
    stageId: board.stages[stage % board.stages.length]?.id ?? "",
    name: `Neuzugang ${place}`,
    currency: place % 2 === 0 ? "EUR" : "CHF",
    customerName: `Kunde ${place % 9} KG`,
    amount: "1250.5",
  };
}

function boardOf({ sync }: Seat): VisibleBoard {
  const { board } = sync.view();
  if (!board) throw new Error("The board is not open.");
  return board;
}

function pickCard({ columns }: VisibleBoard, pick: number): string | undefined {
  const ids = columns.flatMap((column) => column.ids);
  return ids[pick % Math.max(ids.length, 1)];
}
