import { categoriesKey } from '../../domain/observation/events.js';
import { periodOf } from '../../domain/period.js';
import type { ObservationVersion, VersionFilter } from '../../projections/observations/versions.js';
import type { Reading } from '../as-of.js';
import { CodedError } from '../coded-error.js';
import { readVisibility } from '../consent/visibility.js';
import { readGeography } from '../outcome/geography.js';
import { checkCategories, knownIndicator } from '../outcome/question.js';
import { positionAfter, type Page } from '../page.js';
import type { ObservationsArgs } from './observations.args.js';

const isReversed = (from: string | null | undefined, to: string | null | undefined): boolean =>
  from != null && to != null && from > to;

/** The days and instants that bound a history. @throws CodedError when they are reversed */
function boundsOf(args: ObservationsArgs): Partial<VersionFilter> {
  const { recordedFrom, recordedTo } = args;
  const periodsFrom = args.periodFrom == null ? undefined : periodOf(args.periodFrom).firstDay;
  const periodsTo = args.periodTo == null ? undefined : periodOf(args.periodTo).lastDay;
  if (isReversed(periodsFrom, periodsTo) || isReversed(recordedFrom, recordedTo))
    throw new CodedError('interval-reversed');
  return {
    periodsFrom,
    periodsTo,
    recordedFrom: recordedFrom ?? undefined,
    recordedTo: recordedTo ?? undefined,
  };
}

/** What arguments ask for. @throws CodedError for what is unknown, and for everything at once */
async function filterOf(args: ObservationsArgs, reading: Reading): Promise<VersionFilter> {
  const { indicator, organization, area, categories } = args;
  const isPlaced = organization != null || area != null;
  if (indicator == null && !isPlaced) throw new CodedError('observations-unbounded');
  const row = indicator == null ? undefined : await knownIndicator(indicator, reading);
  if (row && categories) checkCategories(categories, row, reading);
  return {
    ...boundsOf(args),
    indicator: row?.key,
    geography: isPlaced ? await readGeography(args, reading) : undefined,
    categories: categories == null ? undefined : categoriesKey(categories),
    superseded: args.versions,
  };
}

/** The tag that changes with whatever the filter lets through. */
function tagOf({ indicator, geography }: VersionFilter): string {
  if (indicator === undefined) return `observed:${geography?.code}`;
  return geography === undefined
    ? `outcomes:${indicator}`
    : `series:${indicator}:${geography.code}`;
}

/** Rows of a page of a history, one more than it holds if there are as many. */
export async function readObservationVersions(
  args: ObservationsArgs,
  page: Page,
): Promise<readonly ObservationVersion[]> {
  const { reading, first } = page;
  const filter = await filterOf(args, reading);
  reading.context.tags.add(tagOf(filter));
  const { showsNumber } = await readVisibility(reading);
  const mayShow = (version: ObservationVersion): boolean =>
    showsNumber({ kind: version.geographyKind, code: version.geography }, version.indicator);
  const limit = first + 1;
  const shown: ObservationVersion[] = [];
  let after = positionAfter(page);
  for (;;) {
    const rows = await reading.snapshot.observationVersions(filter, { after, limit }, reading.asOf);
    shown.push(...rows.filter(mayShow));
    if (rows.length < limit || shown.length >= limit) return shown.slice(0, limit);
    after = rows.at(-1)?.since ?? after;
  }
}
