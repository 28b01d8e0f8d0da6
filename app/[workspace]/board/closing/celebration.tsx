"use client";

import type { CSSProperties } from "react";

const pieces = Array.from({ length: 28 }, (_, index) => index);

/**
 * A short rain of paper for each sale that was won, counted by `wins`; not for whoever wants less
 * motion.
 */
export function Celebration({ wins }: { wins: number }) {
  return (
    <div
      key={wins}
      aria-hidden="true"
      className="pointer-events-none fixed inset-0 z-50 overflow-hidden motion-reduce:hidden"
    >
      {pieces.map((index) => (
        <span key={index} className="confetti" style={pieceStyle(index)} />
      ))}
    </div>
  );
}

/** Spread evenly, yet without a pattern that the eye would find. */
function pieceStyle(index: number): CSSProperties {
  const spread = (index * 0.618) % 1;
  // React's CSSProperties know no custom properties.
  return {
    "--hue": (index * 47) % 360,
    "--from": `${10 + spread * 80}%`,
    "--drift": `${Math.round((((index * 0.414) % 1) - 0.5) * 240)}px`,
    "--turn": `${200 + ((index * 97) % 500)}deg`,
    animationDelay: `${(index % 7) * 40}ms`,
  } as CSSProperties;
}
