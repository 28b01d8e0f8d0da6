import { Avatar } from "@/app/_ui/avatar";

type OpenedByProps = {
  people: readonly { id: string; name: string }[];
  /** All of them by name. */
  label: string;
};

const mostShown = 3;

/** Who else has something open: their avatars, at its head. */
export function OpenedBy({ people, label }: OpenedByProps) {
  if (people.length === 0) return null;
  return (
    <span
      role="img"
      aria-label={label}
      data-tooltip={label}
      className="flex shrink-0 arrive-hint -space-x-1.5"
    >
      {people.slice(0, mostShown).map(({ id, name }) => (
        <Avatar key={id} name={name} decorative className="ring-2 ring-surface" />
      ))}
    </span>
  );
}
