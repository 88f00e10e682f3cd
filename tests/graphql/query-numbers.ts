import {
  correctObservation,
  correctPublishedObservation,
  recordObservation,
  recordPublishedObservation,
} from '../../src/domain/observation/commands.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { body, defineIndicators, registerTowns } from './query-town.js';

/** Positions that tests ask about the past of. */
export type Numbers = {
  readonly hub: QueryHub;
  /** Before Hamilton corrected its number. */
  readonly beforeCorrection: number;
  /** At the first vintage of the index. */
  readonly firstVintage: number;
};

/** A hub in which towns reported a ratio and a count, and a source published an index twice. */
export async function numbers(): Promise<Numbers> {
  const hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  const { record } = hub;
  const burden = { indicator: 'housing-cost-burden', period: '2021' };
  const parts = { numerator: '50000', denominator: '200000' };
  await record(recordObservation, { ...burden, organization: body.hamilton, ...parts });
  const partial = { flags: ['PARTIAL' as const], missingUnits: { missing: 3, total: 900 } };
  const ottawa = { ...burden, organization: body.ottawa, numerator: '90000' };
  await record(recordObservation, { ...ottawa, denominator: '400000', ...partial });
  await record(recordObservation, {
    ...burden,
    organization: body.cockburnIsland,
    status: 'SUPPRESSED_AT_SOURCE',
  });
  const young = [{ dimension: 'age-groups', category: '15-24' }];
  const few = { numerator: '5', denominator: '8', categories: young };
  const reported = await record(recordObservation, {
    ...burden,
    organization: body.hamilton,
    ...few,
  });
  hub.clock.now = '2024-06-20T16:00:00.000Z';
  await record(correctObservation, {
    ...burden,
    organization: body.hamilton,
    numerator: '60000',
    denominator: '200000',
    reason: { en: 'Late questionnaires' },
  });
  const calls = { indicator: 'calls-for-service', period: '2023' };
  await record(recordObservation, { ...calls, organization: body.hamilton, value: '1200' });
  await record(recordObservation, { ...calls, organization: body.ottawa, value: '0' });
  const severity = { indicator: 'crime-severity-index', area: '01', period: '2024' };
  const vintage = { ...severity, value: '77.89', sourceReleasedOn: '2023-07-31' };
  const published = await record(recordPublishedObservation, vintage);
  await record(correctPublishedObservation, {
    ...severity,
    value: '78.84',
    sourceReleasedOn: '2024-06-18',
    reason: { en: 'Revised by its source' },
  });
  return { hub, beforeCorrection: reported.position, firstVintage: published.position };
}
