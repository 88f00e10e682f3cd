import { labelOfCode } from '../../domain/code-lists.js';
import type { PersonRow } from '../../projections/people/view.js';
import type { Reading } from '../as-of.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { Person } from './person.object.js';

/** A person out of a row. */
export const buildPerson = (
  id: string,
  { name, roles, contact }: PersonRow,
  { organizations }: Pick<Roster, 'organizations'>,
  { context }: Reading,
): Person => ({
  id,
  name: name ? freeTextOf(name, context) : null,
  contact: contact
    ? { ...contact, address: contact.address ? freeTextOf(contact.address, context) : null }
    : null,
  roles: roles.map(({ role, organization, from, until, revoked }) => ({
    role,
    organization: buildOrganization(
      organization,
      organizations,
      labelOfCode(context.codeLists(), 'reference-areas', organization),
    ),
    from: from ?? null,
    until: until ?? null,
    revoked,
  })),
});
