import { END } from '@eventstore/db-client';
import { pageBefore } from './answered.js';
import type { Counting } from './counting.js';
import { placeOf, type StreamNames } from './recorded-events.js';
import type { Asked } from './server.js';

/** Records read at once: the newest is one of ours nearly always, but others' may be behind it. */
const pageSizes = { first: 16, next: 1_000 };

/** Place of the last record of the server's log, anybody's; 0 when there is none. */
export async function lastPlace(asked: Asked): Promise<number> {
  const [last] = await pageBefore(asked, END, 1, asked.time());
  return last === undefined ? 0 : placeOf(last);
}

/**
 * Builds what finds the position of the last event of ours, once it is counted. Asking proves
 * that the server answers. Nothing is looked at twice, however long others' records go on.
 * @param known place up to which every event of ours is counted
 */
export function headReader(
  asked: Asked,
  { positionAt, ordinals }: Counting,
  { isOurs }: StreamNames,
  known: number,
): () => Promise<number> {
  let settled = known;
  return async () => {
    const limit = asked.time();
    let page = await pageBefore(asked, END, pageSizes.first, limit);
    const last = page[0];
    for (;;) {
      const ours = page.find(({ streamId }) => isOurs(streamId));
      if (ours !== undefined) await positionAt(placeOf(ours), limit);
      const oldest = page.at(-1);
      if (ours !== undefined || oldest?.position === undefined || placeOf(oldest) <= settled) break;
      page = await pageBefore(asked, oldest.position, pageSizes.next, limit);
    }
    if (last !== undefined) settled = Math.max(settled, placeOf(last));
    return ordinals.head();
  };
}
