import { hueStyle } from "./avatar";
import { hueOf } from "./color/hue";
import { cx } from "./cx";

type DotProps = {
  /** Gives the hue. */
  name: string;
  className?: string | undefined;
};

/** A coloured dot before a name; decoration, the name says the same. */
export function Dot({ name, className }: DotProps) {
  return (
    <span
      aria-hidden="true"
      className={cx("dot inline-block size-2 shrink-0 rounded-full", className)}
      style={hueStyle(hueOf(name))}
    />
  );
}
