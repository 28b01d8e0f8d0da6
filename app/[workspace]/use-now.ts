"use client";

import { useEffect, useState } from "react";

const minute = 60_000;

/** The time, to the minute: first that of the server's rendering, so that both draw the same. */
export function useNow(renderedAt: string): Date {
  const [now, setNow] = useState(() => new Date(renderedAt));
  useEffect(() => {
    // Within the same minute nothing on the board would change, so nothing is drawn anew.
    const update = () =>
      setNow((before) => (minuteOf(before) === minuteOf(new Date()) ? before : new Date()));
    update();
    const timer = setInterval(update, minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function minuteOf(moment: Date): number {
  return Math.floor(moment.getTime() / minute);
}
