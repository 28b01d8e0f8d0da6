import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { cx } from "./cx";
import { Spinner } from "./spinner";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** 16 px icon before the words. */
  icon?: ReactNode;
  /** After the words, e.g. a chevron or a `Kbd`. */
  trailing?: ReactNode;
  /** At work: keeps its size and the focus, shows a spinner, takes no more clicks. */
  pending?: boolean | undefined;
};

/** A button with words; `type` is `button` unless given. For an icon alone take `IconButton`. */
export function Button({
  variant = "secondary",
  size = "md",
  icon,
  trailing,
  pending = false,
  type = "button",
  className,
  children,
  ...rest
}: ButtonProps) {
  // Not `disabled`: the button would lose the focus, and with it the reader's place.
  const whilePending = pending
    ? { onClick: swallow, "aria-disabled": true, "aria-busy": true }
    : undefined;
  return (
    <button
      type={type}
      className={cx(buttonStyle(variant, size), pending && "aria-disabled:opacity-100", className)}
      {...rest}
      {...whilePending}
    >
      <span className={cx("inline-flex items-center gap-[inherit]", pending && "opacity-0")}>
        {icon}
        {children}
        {trailing}
      </span>
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}

function swallow(event: MouseEvent) {
  event.preventDefault();
}
