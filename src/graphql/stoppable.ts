/**
 * An async generator that ends at once when its taker leaves. A plain one would first have to
 * wake from whatever it awaits, which may never happen.
 * @param generate gets a signal that aborts when the taker leaves
 */
export function stoppable<T>(
  generate: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  const leaving = new AbortController();
  const inner = generate(leaving.signal);
  const stoppableGenerator = {
    next: () => inner.next(),
    return() {
      leaving.abort();
      return inner.return();
    },
    throw(error: unknown) {
      leaving.abort();
      return inner.throw(error);
    },
    [Symbol.asyncIterator]: () => stoppableGenerator,
    [Symbol.asyncDispose]: async () => void (await stoppableGenerator.return()),
  };
  return stoppableGenerator;
}
