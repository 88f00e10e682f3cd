import { unitsIn } from '../../domain/indicator/partition.js';
import { geographyOf } from '../../domain/indicator/units.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { arrangedFor, readRosters } from './arranged.js';
import type { Question } from './question.js';
import { readReports, reportOf } from './reports.js';
import { province } from './rollup.js';

/** Bodies a number is expected from and may be shown of, by code. */
export async function readExpected(
  question: Question,
  reading: Reading,
): Promise<ReadonlyMap<string, OrganizationRow>> {
  const { indicator, period } = question;
  const rosters = await readRosters(indicator, reading);
  const { showsNumber } = await readVisibility(reading);
  const { arrangement } = arrangedFor(indicator, period, province, rosters);
  const expected = new Map<string, OrganizationRow>();
  for (const { id } of unitsIn(arrangement)) {
    const place = geographyOf(id);
    const body = place.kind === 'BODY' ? rosters.bodies.get(place.code) : undefined;
    if (body !== undefined && showsNumber(place, indicator.key)) expected.set(body.code, body);
  }
  return expected;
}

/** What bodies reported, expected or not, and may be shown of, by code. */
export async function readBodyReports(
  question: Question,
  reading: Reading,
): Promise<ReadonlyMap<string, ObservationRow>> {
  const reports = await readReports(question, reading);
  const { showsNumber } = await readVisibility(reading);
  const ids = new Set(reports.rows.flatMap((part) => [...part.keys()]));
  const shown = new Map<string, ObservationRow>();
  for (const id of ids) {
    const place = geographyOf(id);
    if (place.kind !== 'BODY' || !showsNumber(place, question.indicator.key)) continue;
    const row = reportOf(reports, id, question);
    if (row !== undefined) shown.set(place.code, row);
  }
  return shown;
}
