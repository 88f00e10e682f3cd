import type { Snapshot } from '../../../projections/read-models.js';
import type { SnapshotSource } from './reading.js';

const recordedAtSql = `SELECT recordedAt FROM recorded_instant
  WHERE position <= :position ORDER BY position DESC LIMIT 1`;

// The running maximum rises with the position, so the first row past an instant ends its past.
const riseAfterSql = `SELECT position FROM recorded_instant
  WHERE recordedAt > :instant AND position <= :position ORDER BY recordedAt LIMIT 1`;

/** Instants of positions and positions of instants. */
export const timeQueries = ({
  reading,
  position: newest,
}: SnapshotSource): Pick<Snapshot, 'recordedAt' | 'positionAt'> => ({
  async recordedAt(position) {
    const [row] = await reading.all(recordedAtSql, { position });
    return (row?.['recordedAt'] as string | undefined) ?? null;
  },
  async positionAt(instant) {
    // As text, only instants of one form compare.
    const normal = new Date(instant).toISOString();
    const [rise] = await reading.all(riseAfterSql, { instant: normal, position: newest });
    return rise === undefined ? newest : (rise['position'] as number) - 1;
  },
});
