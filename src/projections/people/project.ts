import type { EventData } from '../../domain/catalogue.js';
import type { StoredEvent } from '../../domain/event.js';
import type { Projection } from '../projection.js';
import { personTable, type PersonRole, type PersonRow } from './view.js';

const isSame = (a: PersonRole, b: Pick<PersonRole, 'role' | 'organization'>): boolean =>
  a.role === b.role && a.organization === b.organization;

function after(row: PersonRow | undefined, { type, data }: StoredEvent): PersonRow | undefined {
  if (type === 'PersonInvited') return { ...(data as EventData<'PersonInvited'>), roles: [] };
  if (row === undefined) return undefined;
  if (type === 'RoleGranted') {
    const grant = data as EventData<'RoleGranted'>;
    const others = row.roles.filter((each) => !isSame(each, grant));
    return { ...row, roles: [...others, { ...grant, revoked: false }] };
  }
  if (type === 'PersonContactSet')
    return { ...row, contact: data as EventData<'PersonContactSet'> };
  if (type !== 'RoleRevoked') return undefined;
  const { role, organization } = data as EventData<'RoleRevoked'>;
  const of = { role, organization };
  const others = row.roles.filter((each) => !isSame(each, of));
  const last = row.roles.find((each) => isSame(each, of));
  return { ...row, roles: [...others, { ...of, ...last, revoked: true }] };
}

/** Who was invited, and which roles were granted and revoked. */
export const people: Projection = {
  name: 'people',
  version: 2,
  tables: [personTable],
  project: (events, views) => {
    for (const event of events) {
      const { stream, position } = event;
      if (!stream.startsWith('person-')) continue;
      const row = after(views.get(personTable, [stream])?.row, event);
      if (row === undefined) continue;
      views.put(personTable, { code: stream, row }, position);
      views.touch('people');
    }
  },
};
