import type { CivilDate } from '../../domain/civil-date.js';
import type { RequestDocument } from '../../projections/reporting/view.js';
import type { Reading } from '../as-of.js';
import { mayReadReports } from '../authorization.js';
import { readVisibility } from '../consent/visibility.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readOrganizations } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { InformationRequest } from './request.object.js';
import { responseState } from '../../projections/reporting/response-state.js';

/**
 * A request as the caller may read it: with every response for the ministry, with their own for
 * others; null for those who are not concerned.
 */
export async function buildRequest(
  request: RequestDocument,
  on: CivilDate,
  reading: Reading,
): Promise<InformationRequest | null> {
  const { context } = reading;
  const organizations = await readOrganizations(reading);
  const { withheldFromPlans } = await readVisibility(reading);
  const shown = request.organizations.filter(
    (code) => mayReadReports(context.caller, code) && !withheldFromPlans.has(code),
  );
  if (shown.length === 0) return null;
  const { id, question, dueOn, period, askedAt, withdrawn, answers } = request;
  return {
    id,
    question: freeTextOf(question, context),
    dueOn,
    period: period ?? null,
    askedAt,
    withdrawnAt: withdrawn?.at ?? null,
    withdrawnOn: withdrawn?.on ?? null,
    withdrawalReason: withdrawn ? freeTextOf(withdrawn.reason, context) : null,
    responses: shown.map((code) => {
      const answer = answers.find(({ organization }) => organization === code);
      return {
        organization: buildOrganization(code, organizations),
        ...responseState(request, code, on),
        answer: answer ? freeTextOf(answer.answer, context) : null,
        answeredAt: answer?.at ?? null,
      };
    }),
  };
}
