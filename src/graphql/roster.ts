import type { AreaRow, IndicatorRow, OrganizationRow } from '../projections/roster/view.js';
import type { Reading } from './as-of.js';
import { perPast } from './per-past.js';

/** Everyone and everything that other records name by code, as of a reading. */
export type Roster = {
  readonly organizations: ReadonlyMap<string, OrganizationRow>;
  readonly indicators: ReadonlyMap<string, IndicatorRow>;
};

const organizationsOf = perPast(({ snapshot, asOf }) => snapshot.organizations(asOf));
const areasOf = perPast(({ snapshot, asOf }) => snapshot.areas(asOf));
const indicatorsOf = perPast(({ snapshot, asOf }) => snapshot.indicators(asOf));

/** All organizations, by code. */
export function readOrganizations(reading: Reading): Promise<Roster['organizations']> {
  reading.context.tags.add('organizations');
  return organizationsOf(reading);
}

/** All reporting areas, by code. */
export function readAreas(reading: Reading): Promise<ReadonlyMap<string, AreaRow>> {
  reading.context.tags.add('areas');
  return areasOf(reading);
}

/** All indicators, by key. */
export function readIndicators(reading: Reading): Promise<Roster['indicators']> {
  reading.context.tags.add('indicators');
  return indicatorsOf(reading);
}

/** Organizations and indicators together. */
export async function readRoster(reading: Reading): Promise<Roster> {
  const [organizations, indicators] = await Promise.all([
    readOrganizations(reading),
    readIndicators(reading),
  ]);
  return { organizations, indicators };
}
