type Listener = {
  /** Looks at once for what was missed. */
  wake(): void;
  isSignedOut(): boolean;
};

/**
 * Sleeping tabs and lost networks miss events without noticing: on return, catch up at once.
 * Returns how to stop.
 */
export function listenToPage({ wake, isSignedOut }: Listener): () => void {
  const onVisible = () => {
    if (document.visibilityState === "visible") wake();
  };
  // The browser's word on the network is a hint: a server on this very machine needs none. Asking
  // the server tells what is true, either way.
  const onNetwork = () => wake();
  // Whoever signed in in a window beside this one never lost sight of it.
  const onFocus = () => {
    if (isSignedOut()) wake();
  };
  document.addEventListener("visibilitychange", onVisible);
  window.addEventListener("online", onNetwork);
  window.addEventListener("offline", onNetwork);
  window.addEventListener("focus", onFocus);
  // Back from the cache of the browser's history, its socket is gone.
  window.addEventListener("pageshow", onVisible);
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    window.removeEventListener("online", onNetwork);
    window.removeEventListener("offline", onNetwork);
    window.removeEventListener("focus", onFocus);
    window.removeEventListener("pageshow", onVisible);
  };
}
