import { hueStyle } from "@/app/_ui/avatar";
import { hueOf } from "@/app/_ui/color/hue";

/** The coloured name of a colleague at the edge of a card that they just changed. */
export function NameTag({ name }: { name: string }) {
  return (
    <span
      className="name-tag pointer-events-none absolute -top-2 left-2 z-3 max-w-[80%] truncate rounded-6 px-1.5 font-medium text-12"
      style={hueStyle(hueOf(name))}
    >
      {name}
    </span>
  );
}
