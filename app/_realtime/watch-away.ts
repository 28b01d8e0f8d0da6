/** Whoever looks something up in another tab is back before this, ms. */
const patience = 60_000;

/** Says when the page has been out of sight for a while, and when it is seen again. */
export function watchAway(onChange: (isAway: boolean) => void): () => void {
  let timer = 0;
  function look() {
    clearTimeout(timer);
    if (document.visibilityState === "visible") onChange(false);
    else timer = window.setTimeout(onChange, patience, true);
  }
  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
