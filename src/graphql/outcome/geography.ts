import type { Geography } from '../../domain/identifiers.js';
import type { Caller } from '../../domain/authority.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { CodedError } from '../coded-error.js';
import { readVisibility } from '../consent/visibility.js';
import { readOrganizations } from '../roster.js';
import { checkArea, ontario } from './question.js';

/**
 * The body or area that arguments name; Ontario when they name none.
 * @throws CodedError when they name both, or what is unknown
 */
export async function readGeography(
  named: { readonly organization?: string | null; readonly area?: string | null },
  reading: Reading,
): Promise<Geography> {
  const { organization, area } = named;
  if (organization != null && area != null) throw new CodedError('geography-ambiguous');
  if (organization == null) {
    const code = area ?? ontario;
    await checkArea(code, reading);
    return { kind: 'AREA', code };
  }
  if (!(await readOrganizations(reading)).has(organization))
    throw new CodedError('organization-unknown');
  return { kind: 'BODY', code: organization };
}

/** True when a body's numbers on an indicator may not be shown for want of its consent. */
export async function isWithheld(
  { key }: IndicatorRow,
  geography: Geography,
  reading: Reading,
): Promise<boolean> {
  // What is told of an area depends on nobody's consent.
  if (geography.kind === 'AREA') return false;
  return !(await readVisibility(reading)).showsNumber(geography, key);
}

/** Throws unless a caller may read each single number of a body or area. */
export function checkMayReadNumbers(
  indicator: IndicatorRow,
  { kind, code }: Geography,
  caller: Caller,
): void {
  if (kind === 'AREA' || mayReadNumbers(caller, indicator, code)) return;
  throw new CodedError(caller.role === 'public' ? 'authentication-required' : 'not-permitted');
}
