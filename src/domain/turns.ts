/**
 * Lets tasks with the same name take turns in the order in which they came. Commands on one
 * stream would otherwise keep deciding afresh after each other's appends; between machines the
 * expected revision alone decides.
 */
export function turns(): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, task) => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(task, task);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
