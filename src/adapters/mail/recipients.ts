import type { CivilDate } from '../../domain/civil-date.js';
import type { NoticeKind } from '../../domain/person/events.js';
import type { PersonRole, PersonRow } from '../../projections/people/view.js';
import type { Addressees } from './notices/event-notice.js';

const isHeld = ({ revoked, from, until }: PersonRole, on: CivilDate): boolean =>
  !revoked && from !== undefined && from <= on && (until === undefined || on <= until);

/** The role in which somebody belongs to an organization on a day; undefined when in none. */
export const roleIn = (
  { roles }: PersonRow,
  organization: string,
  on: CivilDate,
): PersonRole['role'] | undefined =>
  roles.find((each) => each.organization === organization && isHeld(each, on))?.role;

/** True for somebody who has an address and wants to be written to about something. */
export const wants = ({ contact }: PersonRow, kind: NoticeKind): boolean =>
  contact?.address !== undefined && contact.notices.includes(kind);

/** Ids of those whom a notice goes to on a day: of organizations by the roles granted to them. */
export function recipientsOf(
  { organizations = [], person }: Addressees,
  kind: NoticeKind,
  people: ReadonlyMap<string, PersonRow>,
  on: CivilDate,
): readonly string[] {
  const isMember = (row: PersonRow): boolean =>
    organizations.some((organization) => roleIn(row, organization, on) !== undefined);
  return [...people]
    .filter(([id, row]) => wants(row, kind) && (id === person || isMember(row)))
    .map(([id]) => id);
}
