import type { EventData } from '../../domain/catalogue.js';
import { torontoDate } from '../../domain/civil-date.js';
import type { StoredEvent } from '../../domain/event.js';
import { recordedInError } from '../../domain/fold.js';
import { categoryOf } from '../../domain/identifiers.js';
import { categoriesKey } from '../../domain/observation/events.js';
import { periodSortKey } from '../../domain/period.js';
import { knownPeriod } from '../known-period.js';
import type { Key, Projection, Views } from '../projection.js';
import { observationTable, type ObservationRow } from './view.js';

type Recorded = EventData<'ObservationRecorded'>;
type Corrected = EventData<'ObservationCorrected'>;
type Withdrawn = EventData<'ObservationWithdrawn'>;

const isObservation = ({ type }: StoredEvent): boolean => type.startsWith('Observation');

const withdrawal = (data: Withdrawn, before: ObservationRow | undefined): Recorded => ({
  ...data,
  indicatorVersion: before?.indicatorVersion ?? 1,
  status: 'WITHDRAWN',
  flags: [],
});

/** The row after one observation event; `before` is the one that stood until then. */
function rowAfter(before: ObservationRow | undefined, event: StoredEvent): ObservationRow {
  const { stream, revision, position, metadata } = event;
  const data =
    event.type === 'ObservationWithdrawn'
      ? withdrawal(event.data as Withdrawn, before)
      : (event.data as Recorded);
  const { indicator, period, geography, categories } = data;
  const { recordedAt, actingFor } = metadata;
  const { reason = null } = event.data as Partial<Corrected>;
  const knownOn = data.sourceReleasedOn ?? torontoDate(recordedAt);
  return {
    indicator,
    period,
    categories: categoriesKey(categories),
    geography: geography.code,
    geographyKind: geography.kind,
    periodSort: periodSortKey(knownPeriod(period)),
    status: data.status,
    value: data.value ?? null,
    numerator: data.numerator ?? null,
    denominator: data.denominator ?? null,
    histogram: data.histogram ?? null,
    interval: data.interval ?? null,
    narrative: data.narrative ?? null,
    flags: data.flags,
    missingUnits: data.missingUnits ?? null,
    indicatorVersion: data.indicatorVersion,
    sourceReleasedOn: data.sourceReleasedOn ?? null,
    recordedAt,
    knownOn,
    firstKnownOn: before?.firstKnownOn ?? knownOn,
    revisions: before === undefined ? 0 : before.revisions + 1,
    stream,
    revision,
    position,
    actingFor,
    reason,
  };
}

const keyOf = ({ data }: StoredEvent): Key => {
  const { indicator, period, categories, geography } = data as Recorded;
  return [indicator, period, categoriesKey(categories), geography.kind, geography.code];
};

function touch({ indicator, period, geography }: ObservationRow, views: Views): void {
  views.touch(`outcomes:${indicator}`);
  views.touch(`outcome:${indicator}:${period}`);
  views.touch(`series:${indicator}:${geography}`);
  views.touch(`observed:${geography}`);
}

/** Row of a key after a stream's events, those in error left out; undefined when none is left. */
function refold(events: readonly StoredEvent[], key: Key): ObservationRow | undefined {
  const inError = recordedInError(events);
  let row: ObservationRow | undefined;
  for (const event of events)
    if (
      isObservation(event) &&
      !inError.has(event.revision) &&
      String(keyOf(event)) === String(key)
    )
      row = rowAfter(row, event);
  return row;
}

function projectMark(event: StoredEvent, views: Views): void {
  const events = views.history(event.stream, event.position);
  // A mark may mark another mark; the observation at the end of the chain is what changes.
  let target = events[event.data['revision'] as number];
  while (target?.type === 'DecisionRecordedInError')
    target = events[target.data['revision'] as number];
  if (target === undefined || !isObservation(target)) return;
  const key = keyOf(target);
  const row = refold(events, key);
  if (row === undefined) views.remove(observationTable, key, event.position);
  else views.put(observationTable, row, event.position);
  touch(rowAfter(undefined, target), views);
}

/** Observations of bodies and areas, every version with the positions between which it stood. */
export const observations: Projection = {
  name: 'observations',
  version: 3,
  tables: [observationTable],
  project: (events, views) => {
    for (const event of events) {
      if (isObservation(event)) {
        const row = rowAfter(views.get(observationTable, keyOf(event)), event);
        views.put(observationTable, row, event.position);
        touch(row, views);
      } else if (
        event.type === 'DecisionRecordedInError' &&
        categoryOf(event.stream) === 'observation'
      )
        projectMark(event, views);
    }
  },
};
