import { readDue, type DueAsked } from '../../projections/due/due.js';
import type { DueItem } from '../../projections/due/due-item.js';

/** Reads what is due. */
export type ReadDue = (asked: DueAsked) => Promise<readonly DueItem[]>;

/**
 * Remembers the last answer, texts sealed: the digests of a morning ask the same over and over,
 * for as long as nothing is recorded and the readers may see the same First Nations.
 */
export function lastDue(): ReadDue {
  let last: { key: string; reports: object; items: readonly DueItem[] } | undefined;
  return async (asked) => {
    const key = JSON.stringify([asked.asOf.position, asked.on, [...asked.withheld].toSorted()]);
    if (last?.key !== key || last.reports !== asked.reports)
      last = { key, reports: asked.reports, items: await readDue(asked) };
    return last.items;
  };
}
