import { hueStyle } from "@/app/_ui/avatar";
import { hueOf } from "@/app/_ui/color/hue";

type InFieldProps = {
  /** Of whom the edge has the colour. */
  first: string;
  names: string;
  /** The same as a sentence. */
  text: string;
};

/** Who else is in a field: a coloured edge and their name. Needs a `relative` row. */
export function InField({ first, names, text }: InFieldProps) {
  return (
    <span className="arrive-hint" style={hueStyle(hueOf(first))}>
      <span
        aria-hidden="true"
        className="hue-line pointer-events-none absolute inset-y-0 -left-2 border-l-3"
      />
      <span className="name-tag pointer-events-none absolute -top-2 right-2 z-1 max-w-[60%] truncate rounded-6 px-1.5 font-medium text-12">
        <span aria-hidden="true">{names}</span>
        <span className="sr-only">{text}</span>
      </span>
    </span>
  );
}
