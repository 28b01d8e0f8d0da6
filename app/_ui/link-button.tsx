import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { cx } from "./cx";

type LinkButtonProps = Omit<ComponentProps<typeof Link>, "href"> & {
  href: Route;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
};

/** A link that looks like a button: for going somewhere, not for doing something. */
export function LinkButton({
  variant = "secondary",
  size = "md",
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link className={cx(buttonStyle(variant, size), className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
