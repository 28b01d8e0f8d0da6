/**
 * Keeps what `make` made per key: `Intl` formatters cost tens of microseconds each and a board
 * asks for the same few a thousand times.
 */
export function memo<Options, Made>(
  make: (locale: string, options: Options) => Made,
): (locale: string, options: Options) => Made {
  const made = new Map<string, Made>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const kept = made.get(key);
    if (kept !== undefined) return kept;
    const fresh = make(locale, options);
    made.set(key, fresh);
    return fresh;
  };
}
