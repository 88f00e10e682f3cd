import type { CivilDate } from '../civil-date.js';
import type { Noun } from '../command.js';
import { requestEvents, type RequestEvents } from './events.js';

/** A request for information: none, made, or made and withdrawn. */
export type RequestState =
  | { readonly status: 'none' }
  | {
      readonly status: 'made';
      /** Codes of the organizations asked. */
      readonly organizations: readonly string[];
      /** First day on which it is asked no more. */
      readonly withdrawnOn?: CivilDate;
    };

/** The noun "request": its streams, events and fold. */
export const request: Noun<RequestState, RequestEvents> = {
  category: 'request',
  events: requestEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      InformationRequested: (_, { organizations }) => ({ status: 'made', organizations }),
      InformationProvided: (state) => state,
      InformationRequestWithdrawn: (state, _, { metadata }) =>
        state.status === 'none' ? state : { ...state, withdrawnOn: metadata.effectiveOn },
    },
  },
};
