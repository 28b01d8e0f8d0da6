/** Hands a text to the browser as a file to keep. */
export function downloadText(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has taken its own hold of the data by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}
