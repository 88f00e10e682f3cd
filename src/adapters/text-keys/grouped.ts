/**
 * Writes what comes while a write is under way together, in the next one.
 * @returns a function that resolves when its items are written, or rejects as their write did
 */
export function grouped<Item>(
  write: (items: readonly Item[]) => Promise<unknown>,
): (items: readonly Item[]) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let next: { readonly items: Item[]; readonly written: Promise<unknown> } | undefined;
  const begin = () => {
    const items: Item[] = [];
    const run = (): Promise<unknown> => {
      next = undefined;
      return write(items);
    };
    const written = last.then(run, run);
    last = written;
    return { items, written };
  };
  return async (items) => {
    next ??= begin();
    next.items.push(...items);
    await next.written;
  };
}
