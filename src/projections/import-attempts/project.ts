import type { EventData } from '../../domain/catalogue.js';
import { applyEvent, foldEvents, type AnyFold, type EventHeader } from '../../domain/fold.js';
import { categoryOf } from '../../domain/identifiers.js';
import type { StoredEvent } from '../../domain/event.js';
import type { Projection, Views } from '../projection.js';
import { importTable, type ImportDocument } from './view.js';

type Maybe = ImportDocument | undefined;

const fold: AnyFold<Maybe> = {
  initial: undefined,
  on: {
    ImportBegun: (
      _: Maybe,
      data: EventData<'ImportBegun'>,
      { stream, revision, metadata }: EventHeader,
    ) => ({
      ...data,
      id: stream,
      revision,
      organization: metadata.actingFor,
      actor: metadata.actor,
      begunAt: metadata.recordedAt,
    }),
    ImportFinished: (
      document: Maybe,
      data: EventData<'ImportFinished'>,
      { metadata }: EventHeader,
    ) => document && { ...document, finished: { ...data, at: metadata.recordedAt } },
  },
};

function after(document: Maybe, event: StoredEvent, views: Views): Maybe {
  const { type, stream, position, revision } = event;
  const next =
    type === 'DecisionRecordedInError'
      ? foldEvents(fold, views.history(stream, position))
      : applyEvent(fold, document, event);
  return next && { ...next, revision };
}

/** Every attempt to import a file, those recorded in error left out. */
export const importAttempts: Projection = {
  name: 'import-attempts',
  version: 1,
  tables: [importTable],
  project: (events, views) => {
    for (const event of events) {
      const { stream, position, metadata } = event;
      if (categoryOf(stream) !== 'import') continue;
      const row = views.get(importTable, [stream]);
      const document = after(row?.document, event, views);
      const organization = document?.organization ?? row?.organization ?? metadata.actingFor;
      if (document === undefined) views.remove(importTable, [stream], position);
      else {
        const begun = row?.position ?? position;
        views.put(importTable, { id: stream, organization, position: begun, document }, position);
      }
      views.touch('imports');
      views.touch(stream);
    }
  },
};
