/** Where imports that are under way keep their rows in the browser. */
export const importDatabase = "spur-imports";

/**
 * Deletes the rows: nothing of a file stays for whoever uses this browser next. Never rejects,
 * because nobody shall stay signed in for its sake; a window that reads just now only delays it.
 */
export function forgetImports(): Promise<void> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(importDatabase);
      request.addEventListener("success", () => resolve());
      request.addEventListener("blocked", () => resolve());
      request.addEventListener("error", () => {
        console.warn("The browser does not delete the import.", request.error);
        resolve();
      });
    } catch (error) {
      // Some private windows forbid the mere question; then nothing was kept either.
      console.warn("The browser keeps no imports.", error);
      resolve();
    }
  });
}
