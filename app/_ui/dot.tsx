import { hueStyle } from "./avatar";
import { hueFrom } from "./color/hue";
import { cx } from "./cx";

type DotProps = {
  /** Hex colour whose hue is worn, e.g. of a stage. */
  color?: string | null | undefined;
  /** Gives the hue if there is no colour. */
  name: string;
  className?: string | undefined;
};

/** A coloured dot before a name; decoration, the name says the same. */
export function Dot({ color, name, className }: DotProps) {
  return (
    <span
      aria-hidden="true"
      className={cx("dot inline-block size-2 shrink-0 rounded-full", className)}
      style={hueStyle(hueFrom(color, name))}
    />
  );
}
