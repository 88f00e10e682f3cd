import type { Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { isCode, organizationStream } from '../identifiers.js';
import type { OrganizationKind } from './events.js';
import { organization } from './state.js';

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
    if (!isCode(code)) return refusing('organization-unknown');
    const { state } = await around.read(organization, organizationStream(code));
    if (state.status === 'none') return refusing('organization-unknown');
    if (state.endedOn !== undefined && state.endedOn <= around.today)
      return refusing('organization-ended');
    if (role === 'plan-body' && !planBodies.includes(state.kind))
      return refusing('organization-not-a-plan-body');
    return [];
  });
  return (await Promise.all(checks)).flat();
}
