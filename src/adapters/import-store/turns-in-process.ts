import type { ImportStore } from './import-store.js';

/** Turns to import where one process does all of it. */
export function turnsInProcess(): ImportStore['takeTurn'] {
  const taken = new Set<string>();
  return async (organization) => {
    if (taken.has(organization)) return undefined;
    taken.add(organization);
    return { [Symbol.asyncDispose]: async () => void taken.delete(organization) };
  };
}
