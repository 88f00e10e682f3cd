import type { EventData } from '../../domain/catalogue.js';
import type { Projection } from '../projection.js';
import { redactedKeyTable } from './view.js';

/** Keys of redacted texts. */
export const redactions: Projection = {
  name: 'redactions',
  version: 1,
  tables: [redactedKeyTable],
  project: (events, views) => {
    for (const { type, data, position } of events) {
      if (type !== 'TextRedacted') continue;
      const { keys } = data as EventData<'TextRedacted'>;
      for (const key of keys) views.put(redactedKeyTable, { key, position }, position);
      views.touch('redactions');
    }
  },
};
