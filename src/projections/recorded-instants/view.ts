import { table } from '../projection.js';

/** An instant at which the log's running maximum of `recordedAt` rose, and where. */
export type InstantRow = { readonly position: number; readonly recordedAt: string };

/** Every rise of the running maximum. */
export const instantTable = table<InstantRow>({
  name: 'recorded_instant',
  columns: { position: 'integer', recordedAt: 'text' },
  key: ['position'],
  versioned: false,
  indexes: [['recordedAt']],
});

/** The running maximum so far; one row. */
export const latestInstantTable = table<{ readonly id: number; readonly recordedAt: string }>({
  name: 'latest_instant',
  columns: { id: 'integer', recordedAt: 'text' },
  key: ['id'],
  versioned: false,
  resident: true,
});
