import type { CivilDate } from '../civil-date.js';
import type { Noun } from '../command.js';
import {
  organizationEvents,
  type OrganizationEvents,
  type OrganizationKind,
  type Tier,
} from './events.js';

/** An organization as decisions need it; it may have ended, but it never disappears. */
export type OrganizationState =
  | { readonly status: 'none' }
  | {
      readonly status: 'registered';
      readonly code: string;
      readonly kind: OrganizationKind;
      readonly tier?: Tier | undefined;
      readonly existsFrom?: CivilDate | undefined;
      readonly endedOn?: CivilDate;
      /** Code of the organization that took its place when it ended. */
      readonly successor?: string;
      readonly obligations: readonly { readonly duty: string; readonly from: CivilDate }[];
    };

/** The noun "organization": its streams, events and fold. */
export const organization: Noun<OrganizationState, OrganizationEvents> = {
  category: 'organization',
  events: organizationEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      OrganizationRegistered: (_, { code, kind, tier, existsFrom }) => ({
        status: 'registered',
        code,
        kind,
        tier,
        existsFrom,
        obligations: [],
      }),
      OrganizationRenamed: (state) => state,
      PopulationCounted: (state) => state,
      ObligationSet: (state, { duty, from }) =>
        state.status === 'none'
          ? state
          : { ...state, obligations: [...state.obligations, { duty, from }] },
      OrganizationSucceeded: (state, { endedOn, successor }) =>
        state.status === 'none' ? state : { ...state, endedOn, successor },
    },
  },
};
