import type { CivilDate } from '../../domain/civil-date.js';
import type { NoticeKind } from '../../domain/person/events.js';
import type { PersonRole, PersonRow } from '../../projections/people/view.js';
import type { Addressees } from './notices/event-notice.js';

const isOver = ({ revoked, until }: PersonRole, on: CivilDate): boolean =>
  revoked || (until !== undefined && until < on);

const isHeld = (role: PersonRole, on: CivilDate): boolean =>
  !isOver(role, on) && role.from !== undefined && role.from <= on;

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
  { organizations = [], roles, person }: Addressees,
  kind: NoticeKind,
  people: ReadonlyMap<string, PersonRow>,
  on: CivilDate,
): readonly string[] {
  const counts = ({ organization, role }: PersonRole): boolean =>
    organizations.includes(organization) && (roles === undefined || roles.includes(role));
  const isTold = (id: string, row: PersonRow): boolean => {
    const counted = row.roles.filter(counts);
    const isMember = counted.some((each) => isHeld(each, on));
    return isMember || (id === person && !counted.some((each) => isOver(each, on)));
  };
  return [...people].filter(([id, row]) => wants(row, kind) && isTold(id, row)).map(([id]) => id);
}
