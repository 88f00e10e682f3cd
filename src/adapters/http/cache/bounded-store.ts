/** What is kept, with the bytes it takes. */
type Sized = { readonly bytes: number };

/** Entries by key, bounded in bytes; the one not asked for the longest goes first. */
export type BoundedStore<E extends Sized> = {
  get(key: string): E | undefined;
  put(key: string, entry: E): void;
  delete(key: string): void;
  clear(): void;
  bytes(): number;
};

/** Opens an empty store. */
export function boundedStore<E extends Sized>(bytesMax: number): BoundedStore<E> {
  // A map lists its keys in the order of insertion: the first is the longest not asked for.
  const entries = new Map<string, E>();
  let bytes = 0;
  const remove = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    put(key, entry) {
      remove(key);
      entries.set(key, entry);
      bytes += entry.bytes;
      for (const oldest of entries.keys()) {
        if (bytes <= bytesMax) return;
        remove(oldest);
      }
    },
    delete: remove,
    clear() {
      entries.clear();
      bytes = 0;
    },
    bytes: () => bytes,
  };
}
