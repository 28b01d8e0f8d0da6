/**
 * Names of the placeholders and tags of an ICU message, sorted: `{count, plural, one {…}}` gives
 * `count`, `<b>…</b>` gives `<b>`. Text inside plural and select branches is looked through too.
 */
export function messageArguments(message: string): string[] {
  const found = new Set<string>();
  for (const [, tag] of message.matchAll(/<(\w+)>/g)) found.add(`<${tag}>`);
  readText(message, 0, found);
  return [...found].sort();
}

/** Reads message text from `start` up to its closing brace or the end; returns that position. */
function readText(message: string, start: number, found: Set<string>): number {
  let at = start;
  while (at < message.length && message[at] !== "}") {
    at = message[at] === "{" ? readArgument(message, at + 1, found) : at + 1;
  }
  return at;
}

/** Reads `name}` or `name, type, selector {text} …}` and returns the position after its brace. */
function readArgument(message: string, start: number, found: Set<string>): number {
  const name = /^\s*(\w+)/.exec(message.slice(start))?.[1];
  if (name) found.add(name);
  let at = start;
  while (at < message.length && message[at] !== "}") {
    at = message[at] === "{" ? readText(message, at + 1, found) + 1 : at + 1;
  }
  return at + 1;
}
