import type { Geography } from '../../domain/identifiers.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import type { Visibility } from '../consent/visibility.js';
import type { Indicator } from '../indicator/indicator.object.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Reviews } from '../reporting/reviews.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { Area } from './area.object.js';
import type { Observation } from './observation.object.js';
import { isReadOff, numbersOf } from './observed-value.js';
import type { Question } from './question.js';
import { readStory } from './story.load.js';

/** What is known, and to whom; `indicator` is built once for a whole list. */
export type Known = {
  readonly question: Question;
  readonly indicator: Indicator;
  readonly organizations: Roster['organizations'];
  /** The area, when the observation is about one. */
  readonly area: Area | null;
  readonly reading: Reading;
  readonly visibility: Visibility;
  /** Where reviews of the indicator's numbers for the period stand. */
  readonly reviews: Reviews;
};

/** An observation out of its row, or of nothing when there is none. */
export function buildObservation(
  { kind, code }: Geography,
  row: ObservationRow | undefined,
  { question, indicator, organizations, area, reading, visibility, reviews }: Known,
): Observation {
  const { context } = reading;
  const isBody = kind === 'BODY';
  const { key } = question.indicator;
  const mayRead =
    !isBody ||
    (mayReadNumbers(context.caller, question.indicator, code) &&
      visibility.showsNumber({ kind, code }, key));
  // Stories are told of totals.
  const hasStory = mayRead && question.categoriesKey === '';
  const numbers = numbersOf(row, question.indicator, mayRead);
  return {
    readStory: () => readStory(key, { kind, code }, question.period.text, hasStory, reading),
    indicator,
    organization: isBody ? buildOrganization(code, organizations) : null,
    area,
    period: question.period.text,
    categories: question.categories,
    status: row?.status ?? 'NOT_REPORTED',
    ...numbers,
    approximate: isReadOff(row, numbers),
    histogram: (mayRead && row?.histogram) || null,
    interval: (mayRead && row?.interval) || null,
    narrative: mayRead && row?.narrative ? freeTextOf(row.narrative, context) : null,
    review: mayRead ? reviews(row) : 'NONE',
    flags: row?.flags ?? [],
    missingUnits: row?.missingUnits ?? null,
    indicatorVersion: row?.indicatorVersion ?? null,
    sourceReleasedOn: row?.sourceReleasedOn ?? null,
    recordedAt: row?.recordedAt ?? null,
    revisions: row?.revisions ?? 0,
  };
}
