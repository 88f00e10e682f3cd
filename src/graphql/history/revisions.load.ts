import type { ObservationVersion } from '../../projections/observations/versions.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { ontario, type Question } from '../outcome/question.js';
import { stepsKnownBy, stepsOf, type Step } from './revision-steps.js';

/** One number of a body or area, and what happened to it. */
export type NumberSteps = {
  /** "AREA 35", "BODY 3525005": orders a report. */
  readonly key: string;
  readonly kind: ObservationVersion['geographyKind'];
  readonly steps: readonly Step[];
};

/** What happened to the number of an area and, of Ontario, to those of its bodies. */
export async function readNumberSteps(
  { indicator, period, categoriesKey }: Question,
  area: string,
  reading: Reading,
): Promise<readonly NumberSteps[]> {
  const { snapshot, asOf, context } = reading;
  const { showsNumber } = await readVisibility(reading);
  context.tags.add(`outcome:${indicator.key}:${period.text}`);
  const filter = {
    indicator: indicator.key,
    period: period.text,
    categories: categoriesKey,
    superseded: true,
  };
  const { position, sourceReleasedOn: day } = asOf;
  const page = { after: 0, limit: Number.MAX_SAFE_INTEGER };
  const versions = await snapshot.observationVersions(filter, page, { position });
  const concerned = versions.filter(({ geographyKind, geography }) =>
    geographyKind === 'AREA'
      ? geography === area
      : area === ontario && showsNumber({ kind: 'BODY', code: geography }, indicator.key),
  );
  const byNumber = Map.groupBy(
    concerned,
    ({ geographyKind, geography }) => `${geographyKind} ${geography}`,
  );
  const numbers = [...byNumber].map(([key, own]) => ({
    key,
    kind: own[0]?.geographyKind ?? 'BODY',
    steps: day === undefined ? stepsOf(own) : stepsKnownBy(day, stepsOf(own)),
  }));
  return numbers.filter(({ steps }) => steps.length > 0);
}
