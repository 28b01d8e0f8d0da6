"use client";

import { type ReactNode, useLayoutEffect } from "react";
import type { Accent } from "./accent";

/**
 * Everything inside wears the accent, one that fits (`fitAccent`). Popups live beside this element at the end of
 * the page, so once in the browser the page's root wears it too.
 */
export function AccentScope({ accent, children }: { accent: Accent; children: ReactNode }) {
  const { hue, chroma } = accent;
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--accent-hue", String(hue));
    style.setProperty("--accent-chroma", String(chroma));
    return () => {
      style.removeProperty("--accent-hue");
      style.removeProperty("--accent-chroma");
    };
  }, [hue, chroma]);
  return (
    <div data-accent="" className="contents" style={accentStyle({ hue, chroma })}>
      {children}
    </div>
  );
}

function accentStyle({ hue, chroma }: Accent) {
  // React's CSSProperties know no custom properties.
  return { "--accent-hue": hue, "--accent-chroma": chroma } as React.CSSProperties;
}
