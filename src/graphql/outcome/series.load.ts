import type { Geography } from '../../domain/identifiers.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readOrganizations, type Roster } from '../roster.js';
import { readArea } from './area.build.js';
import { readAreaPoints, readBodyPoints } from './points.js';
import { aimOf } from './progress-aim.js';
import { seriesProgress, type Measured } from './series-progress.js';
import type { OutcomeSeries } from './series.object.js';
import { readStories } from './story.load.js';

const noOrganizations: Roster['organizations'] = new Map();

/** The totals of an indicator for a body or area, and whether the caller may read them. */
export async function readMeasured(
  indicator: IndicatorRow,
  geography: Geography,
  reading: Reading,
): Promise<Measured> {
  const { kind, code } = geography;
  const { caller } = reading.context;
  const isBody = kind === 'BODY';
  const isJudged = (indicator.judgements ?? []).length > 0;
  const [points, organizations] = await Promise.all([
    (isBody ? readBodyPoints : readAreaPoints)(indicator, code, reading),
    // An answer that names no organization does not depend on their names.
    isBody || isJudged ? readOrganizations(reading) : noOrganizations,
  ]);
  // What a source published for an area is open to all.
  const isOpen = !isBody && points.some(({ value }) => value !== null);
  const mayRead = isOpen || mayReadNumbers(caller, indicator, isBody ? code : undefined);
  return { indicator, geography, points, mayRead, organizations, reading };
}

/** An indicator over time, for a body or an area. */
export async function readSeries(
  indicator: IndicatorRow,
  geography: Geography,
  reading: Reading,
): Promise<OutcomeSeries> {
  const measured = await readMeasured(indicator, geography, reading);
  const { kind, code } = geography;
  const { points, mayRead, organizations } = measured;
  return {
    readStories: () =>
      mayRead ? readStories(indicator.key, geography, reading) : Promise.resolve([]),
    indicator: buildIndicator(indicator),
    organization: kind === 'BODY' ? buildOrganization(code, organizations) : null,
    area: kind === 'AREA' ? await readArea(code, reading) : null,
    points,
    progress: seriesProgress(measured, aimOf(indicator)),
    asOf: reading.info,
  };
}
