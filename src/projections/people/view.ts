import type { EventData } from '../../domain/catalogue.js';
import type { FreeText } from '../../domain/text.js';
import { table } from '../projection.js';

/** A role in an organization, and whether it was last granted or revoked. */
export type PersonRole = Omit<EventData<'RoleGranted'>, 'from'> & {
  /** First day of the grant; absent when it was revoked without ever being granted. */
  readonly from?: string;
  readonly revoked: boolean;
};

/** A person as of a position. */
export type PersonRow = {
  readonly name?: FreeText | undefined;
  readonly roles: readonly PersonRole[];
  /** How the person is written to; absent before it was ever said. */
  readonly contact?: EventData<'PersonContactSet'>;
};

/** Persons by their ids, every version of each. */
export const personTable = table<{ readonly code: string; readonly row: PersonRow }>({
  name: 'person',
  columns: { code: 'text', row: 'json' },
  key: ['code'],
  versioned: true,
  indexes: [['since'], ['until']],
});
