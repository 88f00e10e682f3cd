import type { Sums } from '../../../domain/indicator/aggregation.js';
import { sumsOf } from '../../../projections/province-outcomes/project.js';
import type { Snapshot } from '../../../projections/read-models.js';
import { observationQueries } from './observation-queries.js';
import { isCurrent, type SnapshotSource } from './reading.js';
import { rosterQueries } from './roster-queries.js';

const sumsSql = `SELECT sums FROM province_outcome
  WHERE indicator = :indicator AND period = :period AND categories = :categories`;

/** Stored sums; made from the facts where the stored ones have passed the snapshot already. */
export function outcomeQueries(source: SnapshotSource): Pick<Snapshot, 'currentSums'> {
  const { bodyObservations } = observationQueries(source);
  const { organizations, indicators } = rosterQueries(source);
  return {
    async currentSums(indicator, period, categories) {
      const asOf = { position: source.position };
      const [row] = await source.reading.all(sumsSql, { indicator, period, categories });
      if (row === undefined) return undefined;
      if (isCurrent(source, asOf)) return JSON.parse(row['sums'] as string) as Sums;
      const bodies = await organizations(asOf);
      const { universe } = (await indicators(asOf)).get(indicator) ?? {};
      const rows = await bodyObservations(indicator, period, categories, asOf);
      return sumsOf(rows, universe, (code) => bodies.get(code));
    },
  };
}
