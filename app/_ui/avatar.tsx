import type { CSSProperties } from "react";
import { hueOf } from "./color/hue";
import { cx } from "./cx";
import { initials } from "./initials";

/** 16, 20, 24, 32 and 40 px. */
type AvatarSize = "xs" | "sm" | "md" | "lg" | "xl";

const sizes: Record<AvatarSize, string> = {
  xs: "size-4 text-[0.5rem]",
  sm: "size-5 text-[0.5625rem]",
  md: "size-6 text-[0.625rem]",
  lg: "size-8 text-12",
  xl: "size-10 text-14",
};

type AvatarProps = {
  name: string;
  size?: AvatarSize | undefined;
  /** Organizations are square, people round. */
  shape?: "round" | "square" | undefined;
  /** With the name beside it the avatar is decoration and says nothing to screen readers. */
  decorative?: boolean | undefined;
  className?: string | undefined;
};

/** Initials on a colour that is always the same for the same name, AA in light and dark. */
export function Avatar(props: AvatarProps) {
  const { name, size = "md", shape = "round", decorative = false, className } = props;
  const naming = decorative
    ? { "aria-hidden": true }
    : { role: "img", "aria-label": name, "data-tooltip": name };
  return (
    <span
      {...naming}
      className={cx(
        "avatar inline-grid shrink-0 place-items-center font-semibold leading-none",
        sizes[size],
        shape === "round" ? "rounded-full" : "rounded-6",
        className,
      )}
      style={hueStyle(hueOf(name))}
    >
      {initials(name)}
    </span>
  );
}

/** The inline style by which `.avatar`, `.dot` and `.name-tag` get their colour. */
export function hueStyle(hue: number): CSSProperties {
  // React's CSSProperties know no custom properties.
  return { "--hue": hue } as CSSProperties;
}
