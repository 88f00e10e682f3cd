import { addDays } from '../../domain/civil-date.js';
import type { CycleDocument } from '../../projections/reporting/view.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readRoster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { Expectation, ReportingCycle } from './cycle.object.js';

async function buildExpectations(
  { expectations }: CycleDocument,
  reading: Reading,
): Promise<readonly Expectation[]> {
  const { organizations, indicators } = await readRoster(reading);
  const { showsNumber } = await readVisibility(reading);
  return expectations.flatMap(({ indicator, bodies }) => {
    const row = indicators.get(indicator);
    const shown = bodies?.filter((code) => showsNumber({ kind: 'BODY', code }, indicator));
    return row === undefined
      ? []
      : {
          indicator: buildIndicator(row),
          bodies: shown?.map((code) => buildOrganization(code, organizations)) ?? null,
        };
  });
}

/** A cycle out of its document. */
export async function buildCycle(
  document: CycleDocument,
  reading: Reading,
): Promise<ReportingCycle> {
  const { id, revision, period, deadline, graceDays, openedAt, closedOn, changes } = document;
  return {
    document,
    reading,
    id,
    revision,
    period,
    expectations: await buildExpectations(document, reading),
    deadline,
    graceDays,
    graceUntil: addDays(deadline, graceDays),
    openedAt,
    closedOn: closedOn ?? null,
    deadlineChanges: changes.map(({ reason, ...change }) => ({
      ...change,
      reason: freeTextOf(reason, reading.context),
    })),
  };
}
