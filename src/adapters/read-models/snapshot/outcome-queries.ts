import type { Sums } from '../../../domain/indicator/sums.js';
import { earlierSums } from '../../../projections/province-outcomes/earlier-sums.js';
import { chosenEpoch, sumsOf } from '../../../projections/province-outcomes/sums.js';
import type { EpochSums, Snapshot } from '../../../projections/read-models.js';
import { observationQueries } from './observation-queries.js';
import {
  packedVersionsSql,
  unpackVersions,
  withMarks,
  type PackedVersion,
} from './packed-numbers.js';
import { isCurrent, type QueryValues, type SnapshotSource } from './reading.js';
import { rosterQueries } from './roster-queries.js';

const sumsSql = `SELECT epochs FROM province_outcome
  WHERE indicator = :indicator AND period = :period AND categories = :categories`;

async function readSums(
  { reading }: SnapshotSource,
  named: QueryValues,
): Promise<readonly Sums[] | undefined> {
  const [row] = await reading.all(sumsSql, named);
  return row && (JSON.parse(row['epochs'] as string) as Sums[]);
}

function chosen(epochs: readonly Sums[]): EpochSums | undefined {
  const epoch = chosenEpoch(epochs);
  const sums = epoch === undefined ? undefined : epochs[epoch];
  return epoch === undefined || sums === undefined ? undefined : { epoch, sums };
}

/** So many changes are taken back one by one; beyond, adding up the facts is no slower. */
const changesMax = 32;

const changedSql = `SELECT ${packedVersionsSql} FROM (
    SELECT * FROM observation
    WHERE indicator = :indicator AND period = :period AND categories = :categories
      AND geographyKind = 'BODY' AND (since > :position OR until > :position)
    LIMIT ${changesMax + 1}
  ) AS changed`;

/** Rows that came to stand after a position, and those that stood at it and no more. */
const changedSince = (versions: readonly PackedVersion[], position: number) => ({
  come: versions.filter(({ until }) => until === null).map(({ row }) => row),
  gone: versions.filter(({ since }) => since <= position).map(({ row }) => row),
});

/** Stored sums, and what those of a past were. */
export function outcomeQueries(source: SnapshotSource): Pick<Snapshot, 'currentSums' | 'sumsAt'> {
  const { bodyObservations } = observationQueries(source);
  const { organizations, indicators } = rosterQueries(source);
  return {
    async currentSums(indicator, period, categories) {
      const asOf = { position: source.position };
      const isStored = isCurrent(source, asOf);
      const stored = await readSums(source, { indicator, period, categories });
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
        readSums(source, named),
        source.reading.all(changedSql, withMarks({ ...named, position })),
        organizations(past),
        organizations(now),
        indicators(past),
        indicators(now),
      ]);
      // Rosters that did not change are one and the same: who is expected, and with what weight.
      const isSame = bodies === bodiesNow && defined === definedNow;
      const versions = unpackVersions(changed, period);
      if (!isSame || versions.length > changesMax) return 'changed';
      if (stored === undefined) return undefined;
      const since = changedSince(versions, position);
      const sums = earlierSums(stored, since, defined.get(indicator), bodies);
      return sums === undefined ? 'changed' : chosen(sums);
    },
  };
}
