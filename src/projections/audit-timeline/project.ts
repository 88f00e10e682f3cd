import type { StoredEvent } from '../../domain/event.js';
import { recordedInError } from '../../domain/fold.js';
import { categoryOf } from '../../domain/identifiers.js';
import { commitmentTable, measureTable } from '../current-plan/view.js';
import type { Projection, Views } from '../projection.js';
import { inErrorTable, timelineTable } from './view.js';

/** What an event is part of the history of; an observation has its series, not a timeline. */
function subjectOf({ stream }: StoredEvent, views: Views): string | undefined {
  switch (categoryOf(stream)) {
    case 'commitment':
      return views.get(commitmentTable, [stream])?.plan;
    case 'measure':
      return views.get(measureTable, [stream])?.plan;
    case 'observation':
      return undefined;
    default:
      return stream;
  }
}

// A mark may mark a mark, so the whole stream is looked at again.
function projectMark({ stream, position }: StoredEvent, views: Views): void {
  const events = views.history(stream, position);
  const inError = recordedInError(events);
  for (const { revision } of events) {
    const stands = views.get(inErrorTable, [stream, revision]) !== undefined;
    if (inError.has(revision) && !stands) views.put(inErrorTable, { stream, revision }, position);
    if (!inError.has(revision) && stands) views.remove(inErrorTable, [stream, revision], position);
  }
}

/** Which events make up the history of a plan, and which of them stand in error. */
export const auditTimeline: Projection = {
  name: 'audit-timeline',
  version: 1,
  tables: [timelineTable, inErrorTable],
  project: (events, views) => {
    for (const event of events) {
      const { stream, revision, position } = event;
      const subject = subjectOf(event, views);
      if (subject !== undefined)
        views.put(timelineTable, { subject, position, stream, revision }, position);
      if (event.type === 'DecisionRecordedInError') projectMark(event, views);
    }
  },
};
