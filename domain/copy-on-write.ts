/** A map that is written to as a copy, made at the first real change. */
export type CopyOnWriteMap<V> = {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  /** What to keep: the original itself when nothing changed. */
  result(): ReadonlyMap<string, V>;
};

export function copyOnWrite<V>(original: ReadonlyMap<string, V>): CopyOnWriteMap<V> {
  let copy: Map<string, V> | null = null;
  const writable = () => {
    copy ??= new Map(original);
    return copy;
  };
  return {
    get: (key) => (copy ?? original).get(key),
    set: (key, value) => void writable().set(key, value),
    delete: (key) => {
      if ((copy ?? original).has(key)) writable().delete(key);
    },
    result: () => copy ?? original,
  };
}
