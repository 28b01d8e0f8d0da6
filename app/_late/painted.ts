/** Where no frame is drawn, as in a hidden tab, ms. */
const patience = 100;

/** Resolves when what was just changed has been seen: first the card under the hand, then the rest. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    // The frame after this one begins when this one is on its way to the screen.
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, patience);
  });
}
