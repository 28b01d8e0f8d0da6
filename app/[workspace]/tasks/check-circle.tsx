import { Check } from "lucide-react";
import type { MouseEvent } from "react";

type CheckCircleProps = {
  label: string;
  checked: boolean;
  onCheckedChange: (checked: boolean, circle: HTMLElement) => void;
};

/** A circle that is checked when something is done. */
export function CheckCircle({ label, checked, onCheckedChange }: CheckCircleProps) {
  return (
    <label className="relative grid square-sm shrink-0 place-items-center">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        onClick={(event) => {
          if (isSecondHalf(event)) event.preventDefault();
        }}
        onChange={({ currentTarget }) => onCheckedChange(currentTarget.checked, currentTarget)}
        className="peer size-4.5 appearance-none rounded-full border-[1.5px] border-edge bg-surface transition-colors duration-(--motion-fast) checked:border-muted checked:bg-muted hover:border-accent"
      />
      <Check
        size={12}
        strokeWidth={3}
        aria-hidden="true"
        className="pointer-events-none absolute text-accent opacity-0 transition-opacity duration-(--motion-fast) peer-checked:text-surface peer-checked:opacity-100 peer-hover:opacity-100"
      />
    </label>
  );
}

/** As fast as people double-click, ms, and as still as they hold the mouse, px. */
const soon = 400;
const near = 6;

let last = { x: 0, y: 0, at: Number.NEGATIVE_INFINITY };

/**
 * Whether a click is the second one of a double click. The row goes to another place after the
 * first, so the second hits the next row, where browsers count it as a first one.
 */
function isSecondHalf({ detail, clientX: x, clientY: y, timeStamp: at }: MouseEvent): boolean {
  // By key.
  if (detail === 0) return false;
  const isHere = Math.abs(x - last.x) < near && Math.abs(y - last.y) < near;
  const isSecond = detail > 1 || (isHere && at - last.at < soon);
  last = { x, y, at };
  return isSecond;
}
