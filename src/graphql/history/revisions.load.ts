import type { ObservationVersion } from '../../projections/observations/versions.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { ontario, type Question } from '../outcome/question.js';
import { stepsKnownBy, stepsOf, type Step } from './revision-steps.js';

/** One number of a body or area, and what happened to it. */
export type NumberSteps = {
  /** "AREA 35", "BODY 3525005": orders a report. */
  readonly key: string;
  /** A source published it for the area asked about, or it is a part of what makes that up. */
  readonly basis: 'PUBLISHED' | 'ROLLED_UP';
  readonly steps: readonly Step[];
};

/** Codes of the reporting areas of which a number is made, now or before a break. */
const areasOf = ({ universe, beforeBreaks }: Question['indicator']): ReadonlySet<string> =>
  new Set(
    [universe, ...beforeBreaks.map((definition) => definition.universe)].flatMap((each) =>
      each.kind === 'LISTED' ? (each.areas ?? []) : [],
    ),
  );

/** What happened to the number of an area and, of Ontario, to those of its bodies and areas. */
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
  const areas = areasOf(indicator);
  const isPart = ({ geographyKind, geography }: ObservationVersion): boolean =>
    area === ontario &&
    (geographyKind === 'AREA'
      ? areas.has(geography)
      : showsNumber({ kind: 'BODY', code: geography }, indicator.key));
  const isPublished = ({ geographyKind, geography }: ObservationVersion): boolean =>
    geographyKind === 'AREA' && geography === area;
  const concerned = versions.filter((version) => isPublished(version) || isPart(version));
  const byNumber = Map.groupBy(
    concerned,
    ({ geographyKind, geography }) => `${geographyKind} ${geography}`,
  );
  const numbers = [...byNumber].map(([key, own]) => ({
    key,
    basis: own.some(isPublished) ? ('PUBLISHED' as const) : ('ROLLED_UP' as const),
    steps: day === undefined ? stepsOf(own) : stepsKnownBy(day, stepsOf(own)),
  }));
  return numbers.filter(({ steps }) => steps.length > 0);
}
