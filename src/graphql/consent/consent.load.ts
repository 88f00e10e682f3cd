import type { GrantRow } from '../../projections/consent/view.js';
import type { RequestContext } from '../context.js';
import type { Consent } from './consent.object.js';

const buildConsent = ({ indicators, until, ...grant }: GrantRow): Consent => ({
  ...grant,
  indicators: indicators ?? null,
  until: until ?? null,
});

/** What a First Nation granted, withdrawn grants included, in the order of the grants. */
export async function loadConsents(
  firstNation: string,
  context: RequestContext,
): Promise<readonly Consent[]> {
  context.tags.add('consents');
  const consents = await (await context.snapshot()).consents();
  return (consents.get(firstNation) ?? []).map(buildConsent);
}
