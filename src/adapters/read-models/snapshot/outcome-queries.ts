import type { Sums } from '../../../domain/indicator/aggregation.js';
import { chosenEpoch, sumsOf } from '../../../projections/province-outcomes/sums.js';
import type { EpochSums, Snapshot } from '../../../projections/read-models.js';
import { observationQueries } from './observation-queries.js';
import { isCurrent, type SnapshotSource } from './reading.js';
import { rosterQueries } from './roster-queries.js';

const sumsSql = `SELECT epochs FROM province_outcome
  WHERE indicator = :indicator AND period = :period AND categories = :categories`;

function chosen(epochs: readonly Sums[]): EpochSums | undefined {
  const epoch = chosenEpoch(epochs);
  const sums = epoch === undefined ? undefined : epochs[epoch];
  return epoch === undefined || sums === undefined ? undefined : { epoch, sums };
}

/** Stored sums; made from the facts where the stored ones have passed the snapshot already. */
export function outcomeQueries(source: SnapshotSource): Pick<Snapshot, 'currentSums'> {
  const { bodyObservations } = observationQueries(source);
  const { organizations, indicators } = rosterQueries(source);
  return {
    async currentSums(indicator, period, categories) {
      const asOf = { position: source.position };
      const [row] = await source.reading.all(sumsSql, { indicator, period, categories });
      if (row === undefined) return undefined;
      if (isCurrent(source, asOf)) return chosen(JSON.parse(row['epochs'] as string) as Sums[]);
      const bodies = await organizations(asOf);
      const definition = (await indicators(asOf)).get(indicator);
      const rows = await bodyObservations(indicator, period, categories, asOf);
      return chosen(sumsOf(rows, definition, bodies));
    },
  };
}
