import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Decision } from '../decision.js';
import { parsePeriod } from '../period.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { RequestEvents } from './events.js';
import type { RequestState } from './state.js';

type RequestDecision = Decision<RequestEvents>;

/** What is asked, of whom, and by when it is to be answered. */
export type RequestDetails = {
  readonly organizations: readonly string[];
  readonly question: Label;
  readonly dueOn: CivilDate;
  readonly period?: string | undefined;
  readonly today: CivilDate;
};

/** The ministry asks organizations for information. */
export const requestInformation =
  ({ organizations, question, dueOn, period, today }: RequestDetails) =>
  (_: RequestState): RequestDecision => {
    const refusal = firstRefusal(
      organizations.length === 0
        ? refuse('organizations-required', 'input.organizations').refusals
        : [],
      checkText(question, 'input.question'),
      checkDate(dueOn, 'input.dueOn'),
      dueOn < today ? refuse('due-date-passed', 'input.dueOn', { dueOn }).refusals : [],
      period === undefined || parsePeriod(period)
        ? []
        : refuse('period-invalid', 'input.period', { period }).refusals,
    );
    if (refusal) return refusal;
    const asked = [...new Set(organizations)];
    const data = { organizations: asked, question: plainText(question), dueOn, period };
    return accept({ type: 'InformationRequested', data });
  };

type Made = Extract<RequestState, { status: 'made' }>;

const whenMade =
  (decide: (request: Made) => RequestDecision) =>
  (state: RequestState): RequestDecision =>
    state.status === 'none' ? refuse('request-unknown', 'input.requestId') : decide(state);

/** An organization answers, until the withdrawal takes effect; again, it replaces its answer. */
export const provideInformation = (details: {
  readonly organization: string;
  readonly answer: Label;
  readonly today: CivilDate;
}) =>
  whenMade(({ organizations, withdrawnOn }) => {
    const { organization, answer, today } = details;
    if (withdrawnOn !== undefined && withdrawnOn <= today)
      return refuse('request-withdrawn', 'input.requestId');
    if (!organizations.includes(organization))
      return refuse('organization-not-asked', 'input.organization', { organization });
    return (
      firstRefusal(checkText(answer, 'input.answer')) ??
      accept({
        type: 'InformationProvided',
        data: { organization, answer: plainText(answer) },
      })
    );
  });

/** The ministry no longer asks. */
export const withdrawRequest = ({ reason }: { readonly reason: Label }) =>
  whenMade(({ withdrawnOn }) =>
    withdrawnOn === undefined
      ? (firstRefusal(checkText(reason, 'input.reason')) ??
        accept({ type: 'InformationRequestWithdrawn', data: { reason: plainText(reason) } }))
      : refuse('request-withdrawn', 'input.requestId'),
  );
