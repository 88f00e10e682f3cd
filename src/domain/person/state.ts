import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import type { Noun } from '../command.js';
import { personEvents, type PersonEvents } from './events.js';

/** What the hub last decided about a role in an organization. */
export type RecordedRole = { readonly role: Role; readonly organization: string } & (
  | { readonly status: 'granted'; readonly from: CivilDate; readonly until?: CivilDate | undefined }
  | { readonly status: 'revoked' }
);

/** A person as decisions and the identity need it. */
export type PersonState =
  | { readonly status: 'none' }
  | { readonly status: 'invited'; readonly roles: readonly RecordedRole[] };

function decided(state: PersonState, decision: RecordedRole): PersonState {
  if (state.status === 'none') return state;
  const { role, organization } = decision;
  const others = state.roles.filter(
    (each) => each.role !== role || each.organization !== organization,
  );
  return { ...state, roles: [...others, decision] };
}

/** The noun "person": its streams, events and fold. */
export const person: Noun<PersonState, PersonEvents> = {
  category: 'person',
  events: personEvents,
  fold: {
    initial: { status: 'none' },
    on: {
      PersonInvited: () => ({ status: 'invited', roles: [] }),
      PersonContactSet: (state) => state,
      RoleGranted: (state, grant) => decided(state, { status: 'granted', ...grant }),
      RoleRevoked: (state, { role, organization }) =>
        decided(state, { status: 'revoked', role, organization }),
    },
  },
};
