import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { cx } from "./cx";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** What it does, in words: the accessible name and the tooltip. */
  label: string;
  /** A 16 px icon. */
  icon: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** A key to show in the tooltip, e.g. `E`. */
  shortcut?: string | undefined;
};

/** A square button with an icon; the required label is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  variant = "ghost",
  size = "md",
  shortcut,
  type = "button",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      data-tooltip={label}
      data-tooltip-key={shortcut}
      className={cx(buttonStyle(variant, size, true), className)}
      {...rest}
    >
      {icon}
    </button>
  );
}
