import { unitsIn } from '../../domain/indicator/partition.js';
import { geographyOf, unitId } from '../../domain/indicator/units.js';
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
  const { isShown } = await readVisibility(reading);
  const subject = { kind: 'NUMBERS', indicator: indicator.key } as const;
  const { arrangement } = arrangedFor(indicator, period, province, rosters);
  const expected = new Map<string, OrganizationRow>();
  for (const { id } of unitsIn(arrangement)) {
    const { kind, code } = geographyOf(id);
    const body = kind === 'BODY' && isShown(code, subject) ? rosters.bodies.get(code) : undefined;
    if (body !== undefined) expected.set(code, body);
  }
  return expected;
}

/** What bodies reported, expected or not, and may be shown of, by code. */
export async function readBodyReports(
  question: Question,
  reading: Reading,
): Promise<ReadonlyMap<string, ObservationRow>> {
  const reports = await readReports(question, reading);
  const { isShown } = await readVisibility(reading);
  const subject = { kind: 'NUMBERS', indicator: question.indicator.key } as const;
  const ids = new Set(reports.rows.flatMap((part) => [...part.keys()]));
  const shown = new Map<string, ObservationRow>();
  for (const id of ids) {
    const { kind, code } = geographyOf(id);
    const row = reportOf(reports, unitId(kind, code), question);
    if (kind === 'BODY' && row !== undefined && isShown(code, subject)) shown.set(code, row);
  }
  return shown;
}
