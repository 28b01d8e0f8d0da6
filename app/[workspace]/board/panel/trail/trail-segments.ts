/** A stay of the opportunity in a stage, as it is read. */
type Stay = {
  id: number;
  stageId: string;
  enteredAt: string;
  leftAt: string | null;
  movedById: string | null;
};

/** A piece of the trail. `share` of the whole is 0 to 1; `ms` how long it lasted until now. */
export type TrailSegment = {
  id: number;
  /** Null where several early stays are drawn as one. */
  stageId: string | null;
  enteredAt: string;
  leftAt: string | null;
  movedById: string | null;
  ms: number;
  share: number;
};

/** As many as a thumb can tell apart on a phone. */
export const maxSegments = 7;

/**
 * The stays as pieces of one bar, oldest first; the early ones of a long trail become one. The last
 * stay of a sale that is over takes no time: it is where the trail ends.
 */
export function trailSegments(
  stays: readonly Stay[],
  { now, isOver }: { now: Date; isOver: boolean },
): TrailSegment[] {
  const pieces = stays.map((stay): TrailSegment => {
    const end = stay.leftAt === null ? now : new Date(stay.leftAt);
    const isEnd = isOver && stay.leftAt === null;
    const ms = isEnd ? 0 : Math.max(0, end.getTime() - Date.parse(stay.enteredAt));
    const { id, stageId, enteredAt, leftAt, movedById } = stay;
    return { id, stageId, enteredAt, leftAt, movedById, ms, share: 0 };
  });
  const shown = pieces.length > maxSegments ? joinEarly(pieces) : pieces;
  const whole = timeOnTrail(shown);
  return shown.map((piece) => ({ ...piece, share: whole === 0 ? 0 : piece.ms / whole }));
}

/** From the first stage until now, or until the sale was over; ms. */
export function timeOnTrail(segments: readonly TrailSegment[]): number {
  return segments.reduce((sum, { ms }) => sum + ms, 0);
}

function joinEarly(pieces: readonly TrailSegment[]): TrailSegment[] {
  const early = pieces.slice(0, 1 - maxSegments);
  const [first] = early;
  if (!first) return [...pieces];
  const leftAt = early.at(-1)?.leftAt ?? null;
  return [
    { ...first, stageId: null, movedById: null, leftAt, ms: timeOnTrail(early) },
    ...pieces.slice(1 - maxSegments),
  ];
}
