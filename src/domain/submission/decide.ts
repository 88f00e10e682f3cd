import { accept, refuse, type Decision, type Refusal } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { OpenedCycle } from '../cycle/state.js';
import type { CategoryChoice, ObservationStatus } from '../observation/events.js';
import type { SubmissionEvents } from './events.js';
import { missingIn, type Report } from './report.js';
import { cellName, standingOf, type CellVersion } from './standing.js';
import type { NamedCell, SubmissionState } from './state.js';

type SubmissionDecision = Decision<SubmissionEvents>;

/** The report that is decided on, read from the streams it consists of. */
export type SubmissionDetails = {
  readonly cycle: OpenedCycle;
  readonly body: string;
  readonly report: Report;
};

const versionOf = ({ indicator, categories, revision }: CellVersion) => ({
  indicator,
  categories: categories.map(({ dimension, category }) => ({ dimension, category })),
  revision,
});

const namedBy = ({ cycle, body }: SubmissionDetails) => ({ period: cycle.period, body });

/** A closed cycle takes no new report; what was submitted by then goes its way to the end. */
function checkOpen({ status, period }: OpenedCycle, filing: SubmissionState): readonly Refusal[] {
  return status === 'closed' && filing.status === 'none'
    ? refuse('cycle-closed', 'input.cycleId', { period }).refusals
    : [];
}

function checkComplete(details: SubmissionDetails): readonly Refusal[] {
  const { report, body, cycle } = details;
  if (report.expected.length === 0)
    return refuse('body-not-in-cycle', 'input.body', { organization: body, period: cycle.period })
      .refusals;
  const missing = missingIn(report);
  return missing.length === 0
    ? []
    : refuse('submission-incomplete', 'input.body', {
        count: missing.length,
        indicators: missing.join(', '),
      }).refusals;
}

const isNumber = ({ status }: { readonly status: ObservationStatus }): boolean =>
  status === 'REPORTED';

/** The one who answers for a body submits its report, in the versions that stand. */
export const fileSubmission =
  (details: SubmissionDetails & { readonly attestation: Label }) =>
  (state: SubmissionState): SubmissionDecision => {
    const { cycle, report, attestation } = details;
    const refusal = firstRefusal(
      checkOpen(cycle, state),
      checkComplete(details),
      checkText(attestation, 'input.attestation', 2_000),
    );
    if (refusal) return refusal;
    const standing = standingOf(state, report.cells);
    if (standing === 'ACCEPTED') return refuse('submission-accepted', 'input.cycleId');
    if (standing === 'SUBMITTED') return refuse('submission-already-filed', 'input.cycleId');
    const cells = report.cells.filter(({ indicator }) => report.expected.includes(indicator));
    const data = {
      ...namedBy(details),
      cells: cells.map(versionOf),
      reported: cells.filter(isNumber).length,
      attestation: plainText(attestation),
    };
    return accept({ type: 'SubmissionFiled', data });
  };

/** A decision about a report that lies before the ministry just as it was submitted. */
const underReview =
  (details: SubmissionDetails, decide: (filed: readonly NamedCell[]) => SubmissionDecision) =>
  (state: SubmissionState): SubmissionDecision => {
    const standing = standingOf(state, details.report.cells);
    if (state.status === 'filed' && standing === 'SUBMITTED') return decide(state.cells);
    if (standing === 'ACCEPTED') return refuse('submission-accepted', 'input.cycleId');
    return state.status === 'filed'
      ? refuse('submission-changed', 'input.cycleId')
      : refuse('submission-not-filed', 'input.cycleId');
  };

/** What the reviewer says of one number. */
export type CellComment = {
  readonly indicator: string;
  readonly categories?: readonly CategoryChoice[] | undefined;
  readonly text: Label;
};

function checkComments(
  comments: readonly CellComment[],
  { report }: SubmissionDetails,
): readonly Refusal[] {
  const known = new Set([
    ...report.expected.map((indicator) => cellName({ indicator, categories: [] })),
    ...report.cells.map(cellName),
  ]);
  return comments.flatMap(({ indicator, categories = [], text }, at) => {
    const field = `input.comments.${at}`;
    return known.has(cellName({ indicator, categories }))
      ? checkText(text, `${field}.text`)
      : refuse('cell-unknown', field, { indicator }).refusals;
  });
}

/** The ministry returns a report, with what is to be looked at again. */
export const returnSubmission = (
  details: SubmissionDetails & {
    readonly comments: readonly CellComment[];
    readonly remark?: Label | undefined;
  },
) =>
  underReview(details, () => {
    const { comments, remark } = details;
    const refusal = firstRefusal(
      comments.length === 0 && remark === undefined
        ? refuse('comments-required', 'input.comments').refusals
        : checkComments(comments, details),
      remark === undefined ? [] : checkText(remark, 'input.remark'),
    );
    if (refusal) return refusal;
    const data = {
      ...namedBy(details),
      comments: comments.map(({ indicator, categories = [], text }) => ({
        indicator,
        categories: [...categories],
        text: plainText(text),
      })),
      ...(remark && { remark: plainText(remark) }),
    };
    return accept({ type: 'SubmissionReturned', data });
  });

/** The ministry accepts a report, in exactly the versions that were submitted. */
export const acceptSubmission = (details: SubmissionDetails) =>
  underReview(details, (filed) => {
    const data = { ...namedBy(details), cells: filed.map(versionOf) };
    return accept({ type: 'SubmissionAccepted', data });
  });

/** The ministry opens an accepted report to changes again. */
export const reopenSubmission =
  (details: SubmissionDetails & { readonly reason: Label }) =>
  (state: SubmissionState): SubmissionDecision => {
    const { report, reason } = details;
    const refusal = firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    if (standingOf(state, report.cells) !== 'ACCEPTED')
      return refuse('submission-not-accepted', 'input.cycleId');
    const data = { ...namedBy(details), reason: plainText(reason) };
    return accept({ type: 'SubmissionReopened', data });
  };

/** The ministry writes to a body about its report. */
export const giveFeedback =
  (details: SubmissionDetails & { readonly text: Label }) =>
  (_: SubmissionState): SubmissionDecision => {
    const { report, cycle, body, text } = details;
    if (report.expected.length === 0)
      return refuse('body-not-in-cycle', 'input.body', {
        organization: body,
        period: cycle.period,
      });
    const data = { ...namedBy(details), text: plainText(text) };
    return firstRefusal(checkText(text, 'input.text')) ?? accept({ type: 'FeedbackGiven', data });
  };
