import type { Role } from '../authority.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { refuse, type Refusal } from '../decision.js';
import { consentStream, organizationStream } from '../identifiers.js';
import { findIndicator } from '../indicator/registry.js';
import { organization } from '../organization/state.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import type { ConsentTerms } from './in-force.js';
import { consent } from './state.js';

/** Input of any command about a First Nation's consent. */
export type ConsentInput = CommandInput & { readonly firstNation: string };

// Only the First Nation itself gives consent; an administrator records what it sent in writing.
const roles: readonly Role[] = ['municipal-approver', 'administrator'];

const onConsent = {
  noun: consent,
  roles,
  parties: ({ firstNation }: ConsentInput) => [firstNation],
  target: ({ firstNation }: ConsentInput) => consentStream(firstNation),
};

async function checkFirstNation(
  firstNation: string,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  const { state } = await around.read(organization, organizationStream(firstNation));
  if (state.status === 'registered' && state.code === firstNation && state.kind === 'FIRST_NATION')
    return [];
  return refuse('not-a-first-nation', 'input.firstNation', { organization: firstNation }).refusals;
}

async function checkIndicators(
  { indicators = [] }: ConsentTerms,
  around: Surroundings,
): Promise<readonly Refusal[]> {
  const checks = indicators.map(async (indicator, at) => {
    const found = await findIndicator(indicator, around);
    const field = `input.indicators.${at}`;
    return 'refusals' in found ? refuse('indicator-unknown', field, { indicator }).refusals : [];
  });
  return (await Promise.all(checks)).flat();
}

/** A First Nation lets others see something. */
export const grantConsent = command({
  ...onConsent,
  name: 'grantConsent',
  async decide(input: GrantConsentInput, around) {
    const grantId = around.deriveId('grant');
    return (
      firstRefusal(
        await checkFirstNation(input.firstNation, around),
        await checkIndicators(input, around),
      ) ?? decisions.grantConsent({ ...input, grantId })
    );
  },
});
export type GrantConsentInput = ConsentInput & ConsentTerms;

/** A First Nation narrows what it granted. */
export const narrowConsent = command({
  ...onConsent,
  name: 'narrowConsent',
  decide: (input: NarrowConsentInput) => decisions.narrowConsent(input),
});
export type NarrowConsentInput = GrantConsentInput & {
  readonly grantId: string;
  readonly reason: Label;
};

/** A First Nation withdraws what it granted. */
export const withdrawConsent = command({
  ...onConsent,
  name: 'withdrawConsent',
  decide: (input: ConsentInput & { readonly grantId: string; readonly reason: Label }) =>
    decisions.withdrawConsent(input),
});
