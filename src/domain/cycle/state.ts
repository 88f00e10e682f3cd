import type { z } from 'zod';
import type { Noun } from '../command.js';
import { cycleEvents, type CycleEvents } from './events.js';

/** What a cycle asks for, and when. */
export type CycleTerms = Readonly<z.infer<CycleEvents['CycleOpened']>>;

/** A reporting cycle: none, open to submissions, or closed. */
export type CycleState =
  { readonly status: 'none' } | (CycleTerms & { readonly status: 'open' | 'closed' });

/** A cycle that was opened. */
export type OpenedCycle = Exclude<CycleState, { status: 'none' }>;

/** The noun "cycle": one stream per period, its events and fold. */
export const cycle: Noun<CycleState, CycleEvents> = {
  category: 'cycle',
  events: cycleEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      CycleOpened: (_, terms) => ({ ...terms, status: 'open' }),
      // What follows an opening that was recorded in error changes nothing.
      CycleDeadlineChanged: (state, { deadline, graceDays }) =>
        state.status === 'none' ? state : { ...state, deadline, graceDays },
      CycleClosed: (state) => (state.status === 'none' ? state : { ...state, status: 'closed' }),
    },
  },
};
