import type { z } from 'zod';
import type { Noun } from '../command.js';
import { submissionEvents, type SubmissionEvents } from './events.js';

/** A number in the version that a submission names. */
export type NamedCell = Readonly<z.infer<SubmissionEvents['SubmissionAccepted']>['cells'][number]>;

/** The report of a body in a cycle, as its own stream tells it. */
export type SubmissionState =
  | { readonly status: 'none' }
  | {
      readonly status: 'filed' | 'returned' | 'accepted' | 'reopened';
      /** The versions filed last; of an accepted report, those accepted. */
      readonly cells: readonly NamedCell[];
    };

const whenFiled =
  (status: 'returned' | 'reopened') =>
  (state: SubmissionState): SubmissionState =>
    state.status === 'none' ? state : { ...state, status };

/** The noun "submission": one stream per cycle and body, its events and fold. */
export const submission: Noun<SubmissionState, SubmissionEvents> = {
  category: 'submission',
  events: submissionEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      SubmissionFiled: (_, { cells }) => ({ status: 'filed', cells }),
      SubmissionReturned: whenFiled('returned'),
      SubmissionAccepted: (_, { cells }) => ({ status: 'accepted', cells }),
      SubmissionReopened: whenFiled('reopened'),
      FeedbackGiven: (state) => state,
    },
  },
};
