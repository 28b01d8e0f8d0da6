/** A map of the last `limit` keys that were set: a page stays open for days. */
export type Recent<V> = { get(key: string): V | undefined; set(key: string, value: V): void };

export function createRecent<V>(limit: number): Recent<V> {
  const values = new Map<string, V>();
  return {
    get: (key) => values.get(key),
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      for (const oldest of values.keys()) {
        if (values.size <= limit) return;
        values.delete(oldest);
      }
    },
  };
}
