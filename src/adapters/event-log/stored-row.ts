import type { EventBody, EventMetadata, StoredEvent } from '../../domain/event.js';
import type { SerialisedEvent } from './append-request.js';

/** An event as an adapter keeps it: body and metadata are JSON. */
export type StoredRow = SerialisedEvent & Pick<StoredEvent, 'stream' | 'revision' | 'position'>;

/** Parses a row; every reading gives objects of its own. */
export const storedEvent = (row: StoredRow): StoredEvent => ({
  id: row.id,
  stream: row.stream,
  revision: row.revision,
  position: row.position,
  type: row.type,
  schemaVersion: row.schemaVersion,
  data: JSON.parse(row.data) as EventBody,
  metadata: JSON.parse(row.metadata) as EventMetadata,
});
