import { Check } from "lucide-react";

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
          // The row goes to another place: the second half of a double click would hit the next one.
          if (event.detail > 1) event.preventDefault();
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
