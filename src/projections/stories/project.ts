import type { EventData } from '../../domain/catalogue.js';
import { torontoDate } from '../../domain/civil-date.js';
import type { StoredEvent } from '../../domain/event.js';
import { recordedInError } from '../../domain/fold.js';
import { categoryOf } from '../../domain/identifiers.js';
import { periodSortKey } from '../../domain/period.js';
import { knownPeriod } from '../known-period.js';
import type { Key, Projection, Views } from '../projection.js';
import { storyTable, type StoryRow } from './view.js';

const isStory = ({ type }: StoredEvent): boolean => type === 'StoryTold';

function rowOf({ data, metadata, stream, revision }: StoredEvent): StoryRow {
  const { indicator, geography, period, text } = data as EventData<'StoryTold'>;
  const { recordedAt, actingFor } = metadata;
  return {
    indicator,
    geographyKind: geography.kind,
    geography: geography.code,
    period,
    periodSort: periodSortKey(knownPeriod(period)),
    text,
    recordedAt,
    actingFor,
    knownOn: torontoDate(recordedAt),
    stream,
    revision,
  };
}

const keyOf = ({ indicator, geographyKind, geography, period }: StoryRow): Key => [
  indicator,
  geographyKind,
  geography,
  period,
];

const touch = ({ indicator, geography }: StoryRow, views: Views): void =>
  views.touch(`series:${indicator}:${geography}`);

// A mark may mark another mark, so every story of the stream is looked at again.
function projectMark({ stream, position }: StoredEvent, views: Views): void {
  const events = views.history(stream, position);
  const inError = recordedInError(events);
  const told = Map.groupBy(events.filter(isStory), ({ data }) => data['period'] as string);
  for (const versions of told.values()) {
    const last = versions.findLast(({ revision }) => !inError.has(revision));
    const row = rowOf(versions[0] as StoredEvent);
    const before = views.get(storyTable, keyOf(row));
    if (before?.revision === last?.revision) continue;
    if (last === undefined) views.remove(storyTable, keyOf(row), position);
    else views.put(storyTable, rowOf(last), position);
    touch(row, views);
  }
}

/** Stories behind the curve, every version with the positions between which it stood. */
export const stories: Projection = {
  name: 'stories',
  version: 1,
  tables: [storyTable],
  project: (events, views) => {
    for (const event of events) {
      if (isStory(event)) {
        const row = rowOf(event);
        views.put(storyTable, row, event.position);
        touch(row, views);
      } else if (
        event.type === 'DecisionRecordedInError' &&
        categoryOf(event.stream) === 'observation'
      )
        projectMark(event, views);
    }
  },
};
