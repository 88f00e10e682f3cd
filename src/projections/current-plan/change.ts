import type { EventData, EventType } from '../../domain/catalogue.js';
import type { EventHeader } from '../../domain/fold.js';

/** Replaces the entries that match; what follows something recorded in error matches nothing. */
export const change = <Entry>(
  entries: readonly Entry[],
  matches: (entry: Entry) => boolean,
  changed: (entry: Entry) => Entry,
): readonly Entry[] => entries.map((entry) => (matches(entry) ? changed(entry) : entry));

/** How events change a document that began. */
export type Changes<Document> = {
  readonly [T in EventType]?: (
    document: Document,
    data: EventData<T>,
    event: EventHeader,
  ) => Document;
};
