import { mayReadLive, type Caller } from '../domain/authority.js';
import type { IndicatorRow } from '../projections/roster/view.js';

/**
 * What a caller may read is decided here and nowhere else. Plans, registers and what sources
 * published are open to all; numbers that bodies report are not until they are released; who
 * gave a command is known to the ministry and to the organization it was given for.
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
