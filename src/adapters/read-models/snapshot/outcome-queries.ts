import type { Sums } from '../../../domain/indicator/sums.js';
import { observationTable, type ObservationRow } from '../../../projections/observations/view.js';
import {
  earlierSums,
  type ChangedSince,
} from '../../../projections/province-outcomes/earlier-sums.js';
import { chosenEpoch, sumsOf } from '../../../projections/province-outcomes/sums.js';
import type { EpochSums, Snapshot } from '../../../projections/read-models.js';
import { rowCodec } from '../rows/row-codec.js';
import { columnList } from '../rows/view-schema.js';
import { observationQueries } from './observation-queries.js';
import { isCurrent, type QueryRow, type QueryValues, type SnapshotSource } from './reading.js';
import { rosterQueries } from './roster-queries.js';

const sumsSql = `SELECT epochs FROM province_outcome
  WHERE indicator = :indicator AND period = :period AND categories = :categories`;

function chosen(epochs: readonly Sums[]): EpochSums | undefined {
  const epoch = chosenEpoch(epochs);
  const sums = epoch === undefined ? undefined : epochs[epoch];
  return epoch === undefined || sums === undefined ? undefined : { epoch, sums };
}

/** So many changes are taken back one by one; beyond, adding up the facts is no slower. */
const changesMax = 32;

const changedSql = `SELECT ${columnList(observationTable)}, since, until FROM observation
  WHERE indicator = :indicator AND period = :period AND categories = :categories
    AND geographyKind = 'BODY' AND (since > :position OR until > :position)
  LIMIT ${changesMax + 1}`;
const { decode } = rowCodec(observationTable);

/** Rows that came to stand after a position, and those that stood at it and no more. */
function changedSince(rows: readonly QueryRow[], position: number): ChangedSince {
  const decoded = (row: QueryRow) => decode(row) as unknown as ObservationRow;
  const come = rows.filter(({ until }) => until === null);
  const gone = rows.filter(({ since }) => Number(since) <= position);
  return { come: come.map(decoded), gone: gone.map(decoded) };
}

/** Stored sums, and what those of a past were. */
export function outcomeQueries(source: SnapshotSource): Pick<Snapshot, 'currentSums' | 'sumsAt'> {
  const { bodyObservations } = observationQueries(source);
  const { organizations, indicators } = rosterQueries(source);
  const read = async (named: QueryValues): Promise<readonly Sums[] | undefined> => {
    const [row] = await source.reading.all(sumsSql, named);
    return row && (JSON.parse(row['epochs'] as string) as Sums[]);
  };
  return {
    async currentSums(indicator, period, categories) {
      const asOf = { position: source.position };
      const isStored = isCurrent(source, asOf);
      const stored = await read({ indicator, period, categories });
      if (stored === undefined) return undefined;
      if (isStored) return chosen(stored);
      const bodies = await organizations(asOf);
      const definition = (await indicators(asOf)).get(indicator);
      const rows = await bodyObservations(indicator, period, categories, asOf);
      return chosen(sumsOf(rows, definition, bodies));
    },
    async sumsAt(indicator, period, categories, position) {
      const named = { indicator, period, categories };
      const [past, now] = [{ position }, { position: source.position }];
      if (!isCurrent(source, now)) return 'changed';
      const [stored, changed, bodies, bodiesNow, defined, definedNow] = await Promise.all([
        read(named),
        source.reading.all(changedSql, { ...named, position }),
        organizations(past),
        organizations(now),
        indicators(past),
        indicators(now),
      ]);
      // Rosters that did not change are one and the same: who is expected, and with what weight.
      const isSame = bodies === bodiesNow && defined === definedNow;
      if (!isSame || changed.length > changesMax) return 'changed';
      if (stored === undefined) return undefined;
      const since = changedSince(changed, position);
      const sums = earlierSums(stored, since, defined.get(indicator), bodies);
      return sums === undefined ? 'changed' : chosen(sums);
    },
  };
}
