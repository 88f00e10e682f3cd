import type { Noun } from '../command.js';
import { requestEvents, type RequestEvents } from './events.js';

/** A request for information: none, made, or withdrawn. */
export type RequestState =
  | { readonly status: 'none' }
  | {
      readonly status: 'made' | 'withdrawn';
      /** Codes of the organizations asked. */
      readonly organizations: readonly string[];
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
      InformationRequestWithdrawn: (state) =>
        state.status === 'none' ? state : { ...state, status: 'withdrawn' },
    },
  },
};
