import { acceptedOf } from '../../../domain/submission/standing.js';
import type { ReportedCell, Snapshot } from '../../../projections/read-models.js';
import type {
  CycleRow,
  RequestRow,
  SubmissionDocument,
  SubmissionRow,
} from '../../../projections/reporting/view.js';
import {
  lastChangeSql,
  standing,
  stoodAt,
  type QueryRow,
  type QueryValues,
  type SnapshotSource,
} from './reading.js';

const rowOf = ({ document, ...row }: QueryRow) => ({
  ...row,
  document: JSON.parse(document as string) as unknown,
});

const lastSubmittedSql = lastChangeSql('submission', 'period = :period');
const submittedSql = `SELECT body, document FROM submission
  WHERE period = :period AND ${stoodAt} ORDER BY body`;

/** What was accepted for a period; hundreds of reports are read once, until one changes. */
const acceptedCells =
  ({ reading, rosters }: SnapshotSource): Snapshot['acceptedCells'] =>
  async (period, { position }) => {
    const values = { period, position };
    const [last] = await reading.all(lastSubmittedSql, values);
    return rosters.find(`submission ${period}`, last?.['position'] as number, async () => {
      const rows = await reading.all(submittedSql, values);
      return new Map(
        rows.flatMap(({ body, document }) => {
          const accepted = acceptedOf(JSON.parse(document as string) as SubmissionDocument);
          return accepted === undefined ? [] : [[body as string, accepted] as const];
        }),
      );
    });
  };

/** Numbers in the versions that stand, without what they say. */
const reportedCells =
  (source: SnapshotSource): Snapshot['reportedCells'] =>
  async (indicator, period, body, asOf) => {
    const sql = `SELECT indicator, categories, geography, revision, status FROM observation
      WHERE indicator = :indicator AND period = :period AND geographyKind = 'BODY'
        ${body === undefined ? '' : 'AND geography = :body'} AND ${standing(source, asOf)}
      ORDER BY geography, categories`;
    const values = { indicator, period, body: body ?? null, position: asOf.position };
    const rows = await source.reading.all(sql, values);
    return rows as readonly unknown[] as readonly ReportedCell[];
  };

/** Reporting cycles, submissions and requests as of a position. */
export function reportingQueries(
  source: SnapshotSource,
): Pick<
  Snapshot,
  | 'reportingCycles'
  | 'reportingCycle'
  | 'submissions'
  | 'acceptedCells'
  | 'reportedCells'
  | 'informationRequests'
> {
  const select = async <Row>(sql: string, values: QueryValues): Promise<readonly Row[]> =>
    (await source.reading.all(sql, values)).map(rowOf) as readonly unknown[] as readonly Row[];
  const cycles = 'SELECT id, document FROM reporting_cycle WHERE';
  return {
    reportingCycles: ({ position }) =>
      select<CycleRow>(`${cycles} ${standing(source, { position })}`, { position }),
    async reportingCycle(id, { position }) {
      const sql = `${cycles} id = :id AND ${standing(source, { position })}`;
      return (await select<CycleRow>(sql, { id, position }))[0];
    },
    submissions({ period, body }, { position }) {
      const sql = `SELECT id, period, body, document FROM submission
        WHERE ${period === undefined ? '' : 'period = :period AND'}
          ${body === undefined ? '' : 'body = :body AND'} ${standing(source, { position })}
        ORDER BY period, body`;
      return select<SubmissionRow>(sql, { period: period ?? null, body: body ?? null, position });
    },
    acceptedCells: acceptedCells(source),
    reportedCells: reportedCells(source),
    informationRequests({ position }) {
      const sql = `SELECT id, position, document FROM information_request
        WHERE ${standing(source, { position })} ORDER BY position DESC`;
      return select<RequestRow>(sql, { position });
    },
  };
}
