"use client";

import { useEffect } from "react";

/** Tells a page that shows this one in a frame how high it is; `embed.js` listens. */
export function HeightReporter() {
  useEffect(() => {
    if (window.parent === window) return;
    const { body } = document;
    // In a frame the page is as high as its content, or it could never shrink.
    body.style.minHeight = "0";
    const observer = new ResizeObserver(() => {
      // Anybody may know a height.
      window.parent.postMessage({ spurHeight: Math.ceil(body.scrollHeight) }, "*");
    });
    observer.observe(body);
    return () => observer.disconnect();
  }, []);
  return null;
}
