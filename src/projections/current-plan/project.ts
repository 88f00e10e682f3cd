import { applyEvent, foldEvents } from '../../domain/fold.js';
import { categoryOf, type Category } from '../../domain/identifiers.js';
import type { StoredEvent } from '../../domain/event.js';
import type { Projection, Table, Views } from '../projection.js';
import { commitmentFold, measureFold, planFold, type DocumentFold } from './folds.js';
import { commitmentTable, measureTable, planTable, type DocumentRow } from './view.js';

/** Document of a stream after one more event; folded afresh when a decision was in error. */
export function nextDocument<Document>(
  fold: DocumentFold<Document>,
  document: Document | undefined,
  event: StoredEvent,
  views: Views,
): Document | undefined {
  if (event.type === 'DecisionRecordedInError')
    return documentAfter(fold, views.history(event.stream, event.position));
  const next = applyEvent(fold, document, event);
  return next && { ...next, revision: event.revision };
}

/** Document of a stream after these events, which begin at its revision 0. */
export function documentAfter<Document>(
  fold: DocumentFold<Document>,
  events: readonly StoredEvent[],
): Document | undefined {
  const document = foldEvents(fold, events);
  return document && { ...document, revision: events.length - 1 };
}

function documentsOf<Document>(
  category: Category,
  rows: Table<DocumentRow<Document>>,
  fold: DocumentFold<Document>,
  planOf: (event: StoredEvent) => string,
) {
  return (event: StoredEvent, views: Views): void => {
    if (categoryOf(event.stream) !== category) return;
    const row = views.get(rows, [event.stream]);
    const document = nextDocument(fold, row?.document ?? undefined, event, views);
    const plan = row?.plan ?? planOf(event);
    const firstPosition = row?.firstPosition ?? event.position;
    const next = { id: event.stream, plan, firstPosition, document: document ?? null };
    views.put(rows, next, event.position);
    views.touch(`plan:${plan}`);
    // A document that was asked for before it began is known by its own id alone.
    if (event.stream !== plan) views.touch(event.stream);
  };
}

const planIdIn = ({ data }: StoredEvent): string => data['planId'] as string;

const folders = [
  documentsOf('plan', planTable, planFold, ({ stream }) => stream),
  documentsOf('commitment', commitmentTable, commitmentFold, planIdIn),
  documentsOf('measure', measureTable, measureFold, planIdIn),
];

/** Current documents of plans, commitments and measures. */
export const currentPlan: Projection = {
  name: 'current-plan',
  version: 3,
  tables: [planTable, commitmentTable, measureTable],
  project: (events, views) => {
    for (const event of events) for (const project of folders) project(event, views);
  },
};
