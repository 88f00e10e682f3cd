import type { Sums } from '../../../domain/indicator/sums.js';
import { chosenEpoch, sumsOf } from '../../../projections/province-outcomes/sums.js';
import type { EpochSums, Snapshot } from '../../../projections/read-models.js';
import { observationQueries } from './observation-queries.js';
import { isCurrent, type QueryValues, type SnapshotSource } from './reading.js';
import { rosterQueries } from './roster-queries.js';

const sumsSql = `SELECT epochs FROM province_outcome
  WHERE indicator = :indicator AND period = :period AND categories = :categories`;

function chosen(epochs: readonly Sums[]): EpochSums | undefined {
  const epoch = chosenEpoch(epochs);
  const sums = epoch === undefined ? undefined : epochs[epoch];
  return epoch === undefined || sums === undefined ? undefined : { epoch, sums };
}

const changedSql = `SELECT 1 FROM observation
  WHERE indicator = :indicator AND period = :period AND categories = :categories
    AND (since > :position OR until > :position)
  LIMIT 1`;

/** Stored sums, and whether they are those of a past too. */
export function outcomeQueries(source: SnapshotSource): Pick<Snapshot, 'currentSums' | 'sumsAt'> {
  const { bodyObservations } = observationQueries(source);
  const { organizations, indicators } = rosterQueries(source);
  const read = async (indicator: string, period: string, categories: string) =>
    (await source.reading.all(sumsSql, { indicator, period, categories }))[0];

  /** True when neither the numbers nor who is expected, and with what weight, changed since. */
  async function isUnchanged(named: QueryValues, position: number): Promise<boolean> {
    const [past, now] = [{ position }, { position: source.position }];
    // Rosters that did not change are one and the same.
    if ((await organizations(past)) !== (await organizations(now))) return false;
    if ((await indicators(past)) !== (await indicators(now))) return false;
    return (await source.reading.all(changedSql, { ...named, position })).length === 0;
  }

  return {
    async currentSums(indicator, period, categories) {
      const asOf = { position: source.position };
      const row = await read(indicator, period, categories);
      if (row === undefined) return undefined;
      if (isCurrent(source, asOf)) return chosen(JSON.parse(row['epochs'] as string) as Sums[]);
      const bodies = await organizations(asOf);
      const definition = (await indicators(asOf)).get(indicator);
      const rows = await bodyObservations(indicator, period, categories, asOf);
      return chosen(sumsOf(rows, definition, bodies));
    },
    async sumsAt(indicator, period, categories, position) {
      const named = { indicator, period, categories };
      const stands = isCurrent(source, { position: source.position });
      if (!stands || !(await isUnchanged(named, position))) return 'changed';
      const row = await read(indicator, period, categories);
      return row && chosen(JSON.parse(row['epochs'] as string) as Sums[]);
    },
  };
}
