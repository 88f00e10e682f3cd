import { accept, refuse } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import { inPlan } from './in-plan.js';

/** Identifies a risk factor of the community, by its code in the list in force. */
export const identifyRisk = (details: {
  readonly riskId: string;
  readonly code: string;
  readonly listVersion: string;
  readonly narrative?: Label | undefined;
}) =>
  inPlan((open) => {
    const { riskId, code, listVersion, narrative } = details;
    const refusal = firstRefusal(narrative ? checkText(narrative, 'input.narrative') : []);
    if (refusal) return refusal;
    if ([...open.risks.values()].some((risk) => risk.code === code))
      return refuse('risk-already-identified', 'input.code', { code });
    return accept({
      type: 'RiskIdentified',
      data: {
        riskId,
        code,
        listVersion,
        ...(narrative && { narrative: plainText(narrative) }),
      },
    });
  });

/** Gives an identified risk its place in the order of priority; 1 comes first. */
export const prioritizeRisk = (details: { readonly riskId: string; readonly rank: number }) =>
  inPlan((open) => {
    const { riskId, rank } = details;
    const risk = open.risks.get(riskId);
    if (risk === undefined) return refuse('risk-unknown', 'input.riskId');
    if (!Number.isInteger(rank) || rank < 1 || rank > 999)
      return refuse('risk-rank-invalid', 'input.rank');
    if (risk.rank === rank) return accept();
    if ([...open.risks.values()].some((other) => other.rank === rank))
      return refuse('risk-rank-taken', 'input.rank', { rank });
    return accept({ type: 'RiskPrioritized', data: { riskId, rank } });
  });

/** Takes a risk out of the order of priority; it stays identified. */
export const deprioritizeRisk = (details: { readonly riskId: string; readonly reason: Label }) =>
  inPlan((open) => {
    const { riskId, reason } = details;
    const refusal = firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    const risk = open.risks.get(riskId);
    if (risk === undefined) return refuse('risk-unknown', 'input.riskId');
    if (risk.rank === undefined) return refuse('risk-not-prioritized', 'input.riskId');
    return accept({ type: 'RiskDeprioritized', data: { riskId, reason: plainText(reason) } });
  });
