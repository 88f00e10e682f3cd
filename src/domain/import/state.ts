import type { z } from 'zod';
import type { Noun } from '../command.js';
import { importEvents, type ImportEvents } from './events.js';

/** What became of a file, and how many of its rows. */
export type ImportResult = Readonly<z.infer<ImportEvents['ImportFinished']>>;

/** An attempt to import: none, begun for an organization, or finished. */
export type ImportState =
  | { readonly status: 'none' }
  | { readonly status: 'begun'; readonly organization: string }
  | {
      readonly status: 'finished';
      readonly organization: string;
      readonly result: ImportResult;
    };

/** The noun "import": its streams, events and fold. */
export const importAttempt: Noun<ImportState, ImportEvents> = {
  category: 'import',
  events: importEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      ImportBegun: (_, __, { metadata }) => ({
        status: 'begun',
        organization: metadata.actingFor,
      }),
      // What follows a beginning that was recorded in error finishes nothing.
      ImportFinished: (state, result) =>
        state.status === 'none' ? state : { ...state, status: 'finished', result },
    },
  },
};
