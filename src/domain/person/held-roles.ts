import type { Membership, Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import type { PersonState } from './state.js';

/** A role in an organization, as a token claims it. */
export type ClaimedRole = { readonly role: Role; readonly organization: string };

/**
 * The roles a person holds on a day: those the hub granted that are in force, and those a
 * token claims about which the hub has decided nothing.
 */
export function heldRoles(
  state: PersonState,
  claimed: readonly ClaimedRole[],
  today: CivilDate,
): readonly Membership[] {
  const recorded = state.status === 'none' ? [] : state.roles;
  const granted = recorded.filter(
    (each) =>
      each.status === 'granted' &&
      each.from <= today &&
      (each.until === undefined || today <= each.until),
  );
  const undecided = claimed.filter(
    ({ role, organization }) =>
      !recorded.some((each) => each.role === role && each.organization === organization),
  );
  return [...granted, ...undecided].map(({ role, organization }) => ({
    role,
    organizations: [organization],
  }));
}
