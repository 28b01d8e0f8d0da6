type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : Name;

type SnakeKeys<Patch> = { [Name in keyof Patch as Snake<Name & string>]: Patch[Name] };

/** "next_step_on" becomes "nextStepOn": columns are snake_case in the database only. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** "nextStepOn" becomes "next_step_on". */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A patch in the words of the database. */
export function snakeKeys<Patch extends object>(patch: Patch): SnakeKeys<Patch> {
  const entries = Object.entries(patch).map(([name, value]) => [snakeCase(name), value]);
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(entries) as SnakeKeys<Patch>;
}
