"use client";

import { type ComponentType, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";

type HeldProps<Props> = {
  /** A deferred component. */
  part: ComponentType<Props>;
  props: Props;
  fallback: ReactNode;
};

/**
 * A deferred part of a page with the properties it began with, until it is alive. What the server
 * drew of it would go away if something changed before its code is there.
 */
export function Held<Props extends object>({ part: Part, props, fallback }: HeldProps<Props>) {
  const [first] = useState(props);
  const [isAlive, setAlive] = useState(false);
  const shown = isAlive ? props : first;
  // The same element again is not drawn again.
  return useMemo(
    () => (
      <Suspense fallback={fallback}>
        <Part {...shown} />
        <Alive onAlive={setAlive} />
      </Suspense>
    ),
    [Part, shown, fallback],
  );
}

function Alive({ onAlive }: { onAlive: (isAlive: true) => void }) {
  useEffect(() => onAlive(true), [onAlive]);
  return null;
}
