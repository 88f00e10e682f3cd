import type { StoredEvent } from '../../domain/event.js';
import { applyEvent, foldEvents, type AnyFold } from '../../domain/fold.js';
import { categoryOf, type Category } from '../../domain/identifiers.js';
import type { Projection, Table, Views } from '../projection.js';
import { cycleFold, requestFold, submissionFold } from './folds.js';
import { cycleTable, requestTable, submissionTable } from './view.js';

type Kept<Document> = { readonly id: string; readonly document: Document };

/** How the streams of one category become rows. */
type Keeping<Document, Row extends Kept<Document>> = {
  readonly table: Table<Row>;
  readonly fold: AnyFold<Document | undefined>;
  readonly rowOf: (document: Document, before: Row | undefined, position: number) => Row;
  readonly tagOf: (document: Document | undefined) => string;
};

const keeper =
  <Document extends { readonly revision: number }, Row extends Kept<Document>>({
    table,
    fold,
    rowOf,
    tagOf,
  }: Keeping<Document, Row>) =>
  (event: StoredEvent, views: Views): void => {
    const { stream, position, type, revision } = event;
    const before = views.get(table, [stream]);
    const folded =
      type === 'DecisionRecordedInError'
        ? foldEvents(fold, views.history(stream, position))
        : applyEvent(fold, before?.document, event);
    if (folded === undefined) views.remove(table, [stream], position);
    else views.put(table, rowOf({ ...folded, revision }, before, position), position);
    views.touch(tagOf(folded ?? before?.document));
  };

const keepers: Partial<Record<Category, (event: StoredEvent, views: Views) => void>> = {
  cycle: keeper({
    table: cycleTable,
    fold: cycleFold,
    rowOf: (document) => ({ id: document.id, document }),
    tagOf: () => 'cycles',
  }),
  submission: keeper({
    table: submissionTable,
    fold: submissionFold,
    rowOf(document) {
      const { id, period, body } = document;
      return { id, period, body, document };
    },
    tagOf: (document) => `submissions:${document?.period}`,
  }),
  request: keeper({
    table: requestTable,
    fold: requestFold,
    rowOf: (document, before, position) => ({
      id: document.id,
      position: before?.position ?? position,
      document,
    }),
    tagOf: () => 'requests',
  }),
};

/** Reporting cycles, what was submitted in them, and what the ministry asked besides. */
export const reporting: Projection = {
  name: 'reporting',
  version: 3,
  tables: [cycleTable, submissionTable, requestTable],
  project: (events, views) => {
    for (const event of events) {
      const category = categoryOf(event.stream);
      if (category !== undefined) keepers[category]?.(event, views);
    }
  },
};
