import type { CivilDate } from '../civil-date.js';
import type { Noun } from '../command.js';
import { areaEvents, type AreaEvents } from './events.js';

/** A reporting area as decisions need it; it may have ended, but it never disappears. */
export type DefinedArea = {
  readonly status: 'defined' | 'ended';
  readonly code: string;
  readonly from: CivilDate;
  /** First day of the boundaries drawn last. */
  readonly redrawnFrom: CivilDate;
  readonly endedOn?: CivilDate;
};
export type AreaState = { readonly status: 'none' } | DefinedArea;

/** The noun "area": its streams, events and fold. */
export const area: Noun<AreaState, AreaEvents> = {
  category: 'area',
  events: areaEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      AreaDefined: (_, { code, from }) => ({ status: 'defined', code, from, redrawnFrom: from }),
      AreaRedrawn: (state, { from }) =>
        state.status === 'none' ? state : { ...state, redrawnFrom: from },
      AreaEnded: (state, { endedOn }) =>
        state.status === 'none' ? state : { ...state, status: 'ended', endedOn },
    },
  },
};
