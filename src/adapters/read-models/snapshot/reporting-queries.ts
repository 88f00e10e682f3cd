import type { ReportedCell, Snapshot } from '../../../projections/read-models.js';
import type { CycleRow, RequestRow, SubmissionRow } from '../../../projections/reporting/view.js';
import { standing, type QueryRow, type SnapshotSource } from './reading.js';

const rowOf = ({ document, ...row }: QueryRow) => ({
  ...row,
  document: JSON.parse(document as string) as unknown,
});

/** Reporting cycles, submissions and requests as of a position. */
export const reportingQueries = (
  source: SnapshotSource,
): Pick<
  Snapshot,
  'reportingCycles' | 'reportingCycle' | 'submissions' | 'reportedCells' | 'informationRequests'
> => ({
  async reportingCycles(asOf) {
    const sql = `SELECT id, document FROM reporting_cycle WHERE ${standing(source, asOf)}`;
    const rows = await source.reading.all(sql, { position: asOf.position });
    return rows.map(rowOf) as readonly unknown[] as readonly CycleRow[];
  },
  async reportingCycle(id, asOf) {
    const sql = `SELECT id, document FROM reporting_cycle
      WHERE id = :id AND ${standing(source, asOf)}`;
    const [row] = await source.reading.all(sql, { id, position: asOf.position });
    return row && (rowOf(row) as unknown as CycleRow);
  },
  async submissions({ period, body }, asOf) {
    const sql = `SELECT id, period, body, document FROM submission
      WHERE ${period === undefined ? '' : 'period = :period AND'}
        ${body === undefined ? '' : 'body = :body AND'} ${standing(source, asOf)}
      ORDER BY period, body`;
    const values = { period: period ?? null, body: body ?? null, position: asOf.position };
    const rows = await source.reading.all(sql, values);
    return rows.map(rowOf) as readonly unknown[] as readonly SubmissionRow[];
  },
  async reportedCells(indicator, period, body, asOf) {
    const sql = `SELECT indicator, categories, geography, revision, status FROM observation
      WHERE indicator = :indicator AND period = :period AND geographyKind = 'BODY'
        ${body === undefined ? '' : 'AND geography = :body'} AND ${standing(source, asOf)}
      ORDER BY geography, categories`;
    const values = { indicator, period, body: body ?? null, position: asOf.position };
    const rows = await source.reading.all(sql, values);
    return rows as readonly unknown[] as readonly ReportedCell[];
  },
  async informationRequests(asOf) {
    const sql = `SELECT id, position, document FROM information_request
      WHERE ${standing(source, asOf)} ORDER BY position DESC`;
    const rows = await source.reading.all(sql, { position: asOf.position });
    return rows.map(rowOf) as readonly unknown[] as readonly RequestRow[];
  },
});
