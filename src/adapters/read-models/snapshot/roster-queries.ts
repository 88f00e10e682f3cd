import { codeListTable } from '../../../projections/code-lists/view.js';
import { personTable } from '../../../projections/people/view.js';
import type { Table } from '../../../projections/projection.js';
import type { AsOf, Snapshot } from '../../../projections/read-models.js';
import { areaTable, indicatorTable, organizationTable } from '../../../projections/roster/view.js';
import { quoted } from '../rows/view-schema.js';
import { lastChangeSql, stoodAt, type SnapshotSource } from './reading.js';

type Keyed<Row> = Table<{ readonly code: string; readonly row: Row }>;

function rosterOf<Row>(
  { reading, rosters }: SnapshotSource,
  { name }: Keyed<Row>,
): (asOf: AsOf) => Promise<ReadonlyMap<string, Row>> {
  const table = quoted(name);
  const lastChange = lastChangeSql(table);
  const rows = `SELECT code, "row" FROM ${table} WHERE ${stoodAt} ORDER BY code`;
  return async ({ position }) => {
    const [last] = await reading.all(lastChange, { position });
    return rosters.find(name, last?.['position'] as number, async () => {
      const stored = await reading.all(rows, { position });
      return new Map(
        stored.map(({ code, row }) => [code as string, JSON.parse(row as string) as Row]),
      );
    });
  };
}

/** Organizations, areas, indicators, published code lists and persons as of a position. */
export const rosterQueries = (
  source: SnapshotSource,
): Pick<Snapshot, 'organizations' | 'areas' | 'indicators' | 'publishedCodeLists' | 'people'> => ({
  organizations: rosterOf(source, organizationTable),
  areas: rosterOf(source, areaTable),
  indicators: rosterOf(source, indicatorTable),
  publishedCodeLists: rosterOf(source, codeListTable),
  people: rosterOf(source, personTable),
});
