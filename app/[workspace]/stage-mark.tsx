import { hueStyle } from "@/app/_ui/avatar";
import type { BoardStage } from "@/domain/board-answers";

/** From blue to green, as a sale comes nearer to being won. */
const hues = { first: 262, last: 165 };

/**
 * The mark before a stage's name: a disc that fills along the pipeline, a tick when won, a cross
 * when lost. Decoration: the name says the same.
 */
export function StageMark({ stage, stages }: { stage: BoardStage; stages: readonly BoardStage[] }) {
  if (stage.kind === "won") return <Ended path="m4.6 7.2 1.7 1.7 3.1-3.5" won />;
  if (stage.kind === "lost") return <Ended path="m5.2 5.2 3.6 3.6m0-3.6L5.2 8.8" />;
  const { place, count } = placeAmongOpen(stage, stages);
  return <Disc filled={(place + 1) / (count + 1)} hue={stageHue(stage, stages)} />;
}

/** The hue of an open stage by its place in the pipeline, for `hueStyle`. */
export function stageHue(stage: BoardStage, stages: readonly BoardStage[]): number {
  const { place, count } = placeAmongOpen(stage, stages);
  const share = count < 2 ? 0 : place / (count - 1);
  return hues.first + (hues.last - hues.first) * share;
}

function placeAmongOpen(stage: BoardStage, stages: readonly BoardStage[]) {
  const open = stages.filter(({ kind }) => kind === "open");
  return { place: Math.max(0, open.indexOf(stage)), count: open.length };
}

function Disc({ filled, hue }: { filled: number; hue: number }) {
  return (
    <svg
      viewBox="0 0 14 14"
      className="size-3.5 shrink-0 text-[light-dark(oklch(0.58_0.15_var(--hue)),oklch(0.74_0.13_var(--hue)))]"
      style={hueStyle(hue)}
      aria-hidden="true"
    >
      <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <circle
        cx="7"
        cy="7"
        r="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        pathLength="1"
        strokeDasharray={`${filled} 1`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  );
}

function Ended({ path, won = false }: { path: string; won?: boolean }) {
  return (
    <svg
      viewBox="0 0 14 14"
      className={won ? "size-3.5 shrink-0 text-green" : "size-3.5 shrink-0 text-faint"}
      aria-hidden="true"
    >
      <circle cx="7" cy="7" r="7" fill="currentColor" />
      <path
        d={path}
        fill="none"
        className="stroke-surface"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
