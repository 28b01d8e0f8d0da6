"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./icon-button";
import { useEscape } from "./use-escape";
import { useMediaQuery } from "./use-media-query";

type SidePanelProps = {
  /** Names the panel; drawn as its heading unless `heading` is given. */
  title: string;
  /** In place of the drawn title, e.g. an editable name; keep `title` the same in words. */
  heading?: ReactNode;
  /** Buttons beside the close button. */
  actions?: ReactNode;
  /** Stays at the bottom, e.g. a composer or "save". */
  footer?: ReactNode;
  /** Called once the panel has left; go to the address without it here. */
  onClose: () => void;
  children: ReactNode;
};

/**
 * A panel that slides over the content from the right. Beside it the page stays usable (no modal
 * dialog); on phones it fills the screen and keeps the focus. Esc closes it, and the focus goes
 * back to where it came from. Render it while it is open, from its own address.
 */
export function SidePanel({ title, heading, actions, footer, onClose, children }: SidePanelProps) {
  const t = useTranslations("common.actions");
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const [leaving, setLeaving] = useState(false);
  const phone = useMediaQuery("(max-width: 640px)");

  useEscape(!leaving, () => setLeaving(true));
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      // Whoever went on elsewhere with mouse or keyboard is not pulled back.
      const inside = document.activeElement === document.body || !document.activeElement;
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <section
      ref={panel}
      role="dialog"
      aria-modal={phone || undefined}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-panel=""
      data-leaving={leaving ? "" : undefined}
      onKeyDown={phone ? keepFocusInside : undefined}
      onAnimationEnd={(event) => {
        if (leaving && event.target === panel.current) onClose();
      }}
      className="fixed inset-y-0 right-0 z-30 flex w-full arrive-panel flex-col bg-surface pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] shadow-hand outline-none sm:w-(--panel-width) sm:max-w-[calc(100vw-var(--rail-width))]"
    >
      <header className="flex h-(--header-height) shrink-0 items-center gap-2 border-hairline border-b pr-2 pl-5">
        <div className="min-w-0 flex-1">
          <h2
            id={titleId}
            title={title}
            className={heading ? "sr-only" : "truncate text-16 font-semibold"}
          >
            {title}
          </h2>
          {heading}
        </div>
        {actions}
        <IconButton
          label={t("close")}
          shortcut="Esc"
          icon={<X size={18} />}
          onClick={() => setLeaving(true)}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
      {footer && <footer className="shrink-0 border-hairline border-t px-5 py-3">{footer}</footer>}
    </section>
  );
}

const reachable =
  "a[href],button:not(:disabled),input:not(:disabled):not([type=hidden]),select:not(:disabled),textarea:not(:disabled),[tabindex='0']";

function keepFocusInside(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "Tab") return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(reachable)].filter(
    (stop) => stop.offsetParent !== null,
  );
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const other = event.shiftKey ? stops.at(-1) : stops[0];
  const atEdge = document.activeElement === edge || document.activeElement === event.currentTarget;
  if (!atEdge || (document.activeElement === event.currentTarget && !event.shiftKey)) return;
  event.preventDefault();
  other?.focus();
}
