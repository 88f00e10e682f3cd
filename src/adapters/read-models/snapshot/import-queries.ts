import type { ImportRow } from '../../../projections/import-attempts/view.js';
import type { Snapshot } from '../../../projections/read-models.js';
import { standing, type QueryRow, type SnapshotSource } from './reading.js';

const rowOf = ({ document, ...row }: QueryRow): ImportRow =>
  ({ ...row, document: JSON.parse(document as string) as unknown }) as ImportRow;

/** Attempts to import as of a position. */
export const importQueries = (
  source: SnapshotSource,
): Pick<Snapshot, 'importAttempt' | 'importAttempts'> => ({
  async importAttempt(id, asOf) {
    const sql = `SELECT id, organization, position, document FROM import_attempt
      WHERE id = :id AND ${standing(source, asOf)}`;
    const { position } = asOf;
    return (await source.reading.all(sql, { id, position })).map(rowOf)[0];
  },
  async importAttempts(organizations, { before, limit }, asOf) {
    const sql = `SELECT id, organization, position, document FROM import_attempt
      WHERE position < :before AND ${standing(source, asOf)}
        AND (CAST(:named AS TEXT) IS NULL
          OR replace(CAST(:named AS TEXT), ' ' || organization || ' ', '') <> :named)
      ORDER BY position DESC LIMIT :limit`;
    const named = organizations === undefined ? null : ` ${organizations.join(' ')} `;
    const { position } = asOf;
    return (await source.reading.all(sql, { named, before, limit, position })).map(rowOf);
  },
});
