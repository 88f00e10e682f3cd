import type { Projection } from '../projection.js';
import { instantTable, latestInstantTable } from './view.js';

/**
 * Maps instants to positions. Clocks of nodes differ, so "as of an instant" is the last
 * position whose running maximum of `recordedAt` is not after it.
 */
export const recordedInstants: Projection = {
  name: 'recorded-instants',
  version: 1,
  tables: [instantTable, latestInstantTable],
  project: (events, views) => {
    let latest = views.get(latestInstantTable, [0])?.recordedAt ?? '';
    for (const { position, metadata } of events) {
      if (metadata.recordedAt <= latest) continue;
      latest = metadata.recordedAt;
      views.put(instantTable, { position, recordedAt: latest }, position);
    }
    views.put(latestInstantTable, { id: 0, recordedAt: latest }, events.at(-1)?.position ?? 0);
  },
};
