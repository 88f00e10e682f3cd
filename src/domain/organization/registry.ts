import type { CivilDate } from '../civil-date.js';
import type { Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { isCode, organizationStream } from '../identifiers.js';
import type { OrganizationKind } from './events.js';
import { organization, type OrganizationState } from './state.js';

/** True for an organization that no longer exists on a day. */
export const hasEnded = (
  state: OrganizationState,
  on: CivilDate,
): state is Extract<OrganizationState, { status: 'registered' }> & {
  readonly endedOn: CivilDate;
} => state.status === 'registered' && state.endedOn !== undefined && state.endedOn <= on;

/** An organization by its code; what is no code is no organization. */
export async function readOrganization(
  code: string,
  around: Surroundings,
): Promise<OrganizationState> {
  if (!isCode(code)) return organization.fold.initial;
  return (await around.read(organization, organizationStream(code))).state;
}

const planBodies: readonly OrganizationKind[] = ['MUNICIPALITY', 'FIRST_NATION'];

/**
 * Refusals unless each code is an organization that exists today and may do what it is named
 * for: take part in a plan (municipality, First Nation), or undertake commitments (any).
 */
export async function checkOrganizations(
  codes: readonly string[],
  role: 'plan-body' | 'partner',
  field: (at: number) => string,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  const checks = codes.map(async (code, at) => {
    const refusing = (why: Parameters<typeof refuse>[0]) =>
      refuse(why, field(at), { organization: code }).refusals;
    const state = await readOrganization(code, around);
    if (state.status === 'none') return refusing('organization-unknown');
    if (hasEnded(state, around.today)) return refusing('organization-ended');
    if (role === 'plan-body' && !planBodies.includes(state.kind))
      return refusing('organization-not-a-plan-body');
    return [];
  });
  return (await Promise.all(checks)).flat();
}

/**
 * Codes of those that took the place of an organization by today, one after the other: what it
 * was party to is theirs. None while it exists.
 */
export async function successorsOf(code: string, around: Surroundings): Promise<readonly string[]> {
  const successors: string[] = [];
  let next: string | undefined = code;
  while (next !== undefined) {
    const state = await readOrganization(next, around);
    next = hasEnded(state, around.today) ? state.successor : undefined;
    // Two organizations may be recorded as the successors of each other.
    if (next === undefined || next === code || successors.includes(next)) return successors;
    successors.push(next);
  }
  return successors;
}

/** Who speaks today for each of these organizations: itself or, once it ended, its successor. */
export const speakersFor = (
  codes: readonly string[],
  around: Surroundings,
): Promise<readonly string[]> =>
  Promise.all(codes.map(async (code) => (await successorsOf(code, around)).at(-1) ?? code));
