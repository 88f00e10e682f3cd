import { checkDate } from '../calendar-rules.js';
import { accept, refuse, type Decision } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { ConsentEvents } from './events.js';
import type { ConsentTerms, Grant } from './in-force.js';
import type { ConsentState } from './state.js';

type ConsentDecision = Decision<ConsentEvents>;

const checkTerms = ({ audiences, until }: ConsentTerms) =>
  firstRefusal(
    audiences.length === 0 ? refuse('audiences-required', 'input.audiences').refusals : [],
    checkDate(until, 'input.until'),
  );

const termsBody = ({ audiences, level, plans, indicators, until }: ConsentTerms) => ({
  audiences: [...new Set(audiences)],
  level,
  plans,
  ...(indicators && { indicators: [...new Set(indicators)] }),
  ...(until !== undefined && { until }),
});

/** A First Nation lets others see something. */
export const grantConsent =
  (details: ConsentTerms & { readonly grantId: string; readonly firstNation: string }) =>
  (_: ConsentState): ConsentDecision => {
    const { grantId, firstNation } = details;
    return (
      checkTerms(details) ??
      accept({ type: 'ConsentGranted', data: { grantId, firstNation, ...termsBody(details) } })
    );
  };

const standing =
  (grantId: string, decide: (grant: Grant) => ConsentDecision) =>
  (grants: ConsentState): ConsentDecision => {
    const grant = grants.get(grantId);
    if (grant === undefined) return refuse('grant-unknown', 'input.grantId');
    return grant.withdrawn ? refuse('grant-withdrawn', 'input.grantId') : decide(grant);
  };

const areWithin = (inner: readonly string[] | undefined, outer: readonly string[] | undefined) =>
  outer === undefined || (inner !== undefined && inner.every((each) => outer.includes(each)));

/** The field in which new terms reach further than the old ones, if any does. */
function widening(terms: ConsentTerms, grant: Grant): string | undefined {
  const { audiences, level, plans, indicators, until } = terms;
  if (!grant.audiences.includes('PUBLIC') && !areWithin(audiences, grant.audiences))
    return 'input.audiences';
  if (level === 'IDENTIFIED' && grant.level === 'AGGREGATED') return 'input.level';
  if (plans && !grant.plans) return 'input.plans';
  if (!areWithin(indicators, grant.indicators)) return 'input.indicators';
  if (grant.until !== undefined && (until === undefined || until > grant.until))
    return 'input.until';
  return undefined;
}

/** The grant holds for less; more is a grant of its own. */
export const narrowConsent = (
  details: ConsentTerms & { readonly grantId: string; readonly reason: Label },
) =>
  standing(details.grantId, (grant) => {
    const { grantId, reason } = details;
    const refusal = checkTerms(details) ?? firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    const wider = widening(details, grant);
    if (wider !== undefined) return refuse('consent-not-narrower', wider);
    const data = { grantId, ...termsBody(details), reason: plainText(reason) };
    return accept({ type: 'ConsentNarrowed', data });
  });

/** The grant holds for nothing any more, at once and for everything recorded before. */
export const withdrawConsent = (details: { readonly grantId: string; readonly reason: Label }) =>
  standing(details.grantId, () => {
    const { grantId, reason } = details;
    return (
      firstRefusal(checkText(reason, 'input.reason')) ??
      accept({ type: 'ConsentWithdrawn', data: { grantId, reason: plainText(reason) } })
    );
  });
