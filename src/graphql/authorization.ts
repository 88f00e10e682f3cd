import { mayReadLive, type Caller } from '../domain/authority.js';
import { isConsentInForce, type Grant } from '../domain/consent/in-force.js';
import type { IndicatorRow } from '../projections/roster/view.js';

/**
 * What a caller may read is decided here and nowhere else. Plans, registers and what sources
 * published are open to all; numbers that bodies report are not until they are released; who
 * gave a command is known to the ministry and to the organization it was given for. What
 * concerns a First Nation is shown to nobody but itself without its consent.
 */

/** True for one who may read what one body reported, or, without a body, all of them. */
export const mayReadNumbers = (
  caller: Caller,
  { sensitivity }: Pick<IndicatorRow, 'sensitivity'>,
  body?: string,
): boolean => mayReadLive(caller, sensitivity === 'PUBLIC', body);

/** True for one who may see every attempt to import a file. */
export const mayReadAllImports = (caller: Caller): boolean => mayReadLive(caller, false);

/** True for one who may see what an organization tried to import, and the reports. */
export const mayReadImports = (caller: Caller, organization: string): boolean =>
  mayReadLive(caller, false, organization);

/** True for one who may know which person acted for an organization. */
export const mayReadActor = (caller: Caller, actingFor: string): boolean =>
  mayReadLive(caller, false, actingFor);

/** True for one who may know who was invited and which roles they hold. */
export const mayReadPeople = ({ role }: Caller): boolean => role === 'administrator';
/** True for the First Nation itself, and for one whom a consent of its in force today admits. */
export const mayReadFirstNation = (
  { role, organizations }: Caller,
  firstNation: string,
  grants: readonly Grant[],
  asked: Omit<Parameters<typeof isConsentInForce>[1], 'role'>,
): boolean => {
  const isItself =
    role !== 'public' && role !== 'researcher' && organizations.includes(firstNation);
  return isItself || isConsentInForce(grants, { ...asked, role });
};

/** True for one who may see where the report of a body stands and what was said about it. */
export const mayReadReports = (caller: Caller, body?: string): boolean =>
  mayReadLive(caller, false, body);
