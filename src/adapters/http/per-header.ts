const rememberedMax = 500;

/**
 * Remembers what a pure function made of a header's text: clients send few different ones.
 * Bounded, so that one who sends many costs nothing but the work.
 */
export function perHeader<T>(read: (header: string) => T): (header: string) => T {
  const known = new Map<string, T>();
  return (header) => {
    const before = known.get(header);
    if (before !== undefined) return before;
    const value = read(header);
    if (known.size >= rememberedMax) known.clear();
    known.set(header, value);
    return value;
  };
}
