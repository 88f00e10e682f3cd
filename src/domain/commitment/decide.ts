import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Decision, type Refusal } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import type { CommitmentEvents } from './events.js';
import type { CommitmentState } from './state.js';
import { whileActive } from './while-active.js';

type CommitmentDecision = Decision<CommitmentEvents>;
const checkNote = (note: Label | undefined): readonly Refusal[] =>
  note === undefined ? [] : checkText(note, 'input.note');

/** A partner undertakes something within a strategy. */
export const makeCommitment =
  (details: {
    readonly planId: string;
    readonly strategyId: string;
    readonly partner: string;
    readonly statement: Label;
    readonly dueOn?: CivilDate | undefined;
  }) =>
  (_: CommitmentState): CommitmentDecision => {
    const { planId, strategyId, partner, statement, dueOn } = details;
    return (
      firstRefusal(checkText(statement, 'input.statement'), checkDate(dueOn, 'input.dueOn')) ??
      accept({
        type: 'CommitmentMade',
        data: { planId, strategyId, partner, statement: plainText(statement), dueOn },
      })
    );
  };

/** Changes what was undertaken or when it is due. */
export const reviseCommitment = (details: {
  readonly statement?: Label | undefined;
  readonly dueOn?: CivilDate | undefined;
  readonly reason: Label;
}) =>
  whileActive(() => {
    const { statement, dueOn, reason } = details;
    if (statement === undefined && dueOn === undefined) return refuse('nothing-to-revise', 'input');
    return (
      firstRefusal(
        statement ? checkText(statement, 'input.statement') : [],
        checkDate(dueOn, 'input.dueOn'),
        checkText(reason, 'input.reason'),
      ) ??
      accept({
        type: 'CommitmentRevised',
        data: {
          ...(statement && { statement: plainText(statement) }),
          dueOn,
          reason: plainText(reason),
        },
      })
    );
  });

/** Reports how much is done; reports come in the order of their dates. */
export const reportProgress = (details: {
  readonly reportedOn: CivilDate;
  readonly percent: number;
  readonly note?: Label | undefined;
  readonly today: CivilDate;
}) =>
  whileActive(({ lastReportedOn }) => {
    const { reportedOn, percent, note, today } = details;
    const refusal = firstRefusal(checkDate(reportedOn, 'input.reportedOn', today));
    if (refusal) return refusal;
    if (lastReportedOn !== undefined && reportedOn < lastReportedOn)
      return refuse('progress-before-last-report', 'input.reportedOn', { last: lastReportedOn });
    if (!Number.isInteger(percent) || percent < 0 || percent > 100)
      return refuse('percent-out-of-range', 'input.percent', { percent });
    return (
      firstRefusal(checkNote(note)) ??
      accept({
        type: 'CommitmentProgressReported',
        data: { reportedOn, percent, ...(note && { note: plainText(note) }) },
      })
    );
  });

/** Hands a commitment over to another organization. */
export const reassignCommitment = (details: { readonly partner: string; readonly reason: Label }) =>
  whileActive((active) => {
    const { partner, reason } = details;
    if (partner === active.partner)
      return refuse('partner-unchanged', 'input.partner', { partner });
    return (
      firstRefusal(checkText(reason, 'input.reason')) ??
      accept({ type: 'CommitmentReassigned', data: { partner, reason: plainText(reason) } })
    );
  });

/** Hands a commitment over if the organization named still has it. */
export const handOverCommitment = (details: {
  readonly from: string;
  readonly partner: string;
  readonly reason: Label;
}) =>
  whileActive(({ partner: holder, ...active }) => {
    const { from, partner, reason } = details;
    if (holder !== from)
      return refuse('commitment-not-held', 'input.fromPartner', { holder: from });
    return reassignCommitment({ partner, reason })({ ...active, partner: holder });
  });

/** Closes a commitment that was kept. */
export const fulfillCommitment = (details: {
  readonly fulfilledOn: CivilDate;
  readonly note?: Label | undefined;
  readonly today: CivilDate;
}) =>
  whileActive(() => {
    const { fulfilledOn, note, today } = details;
    const refusal = firstRefusal(checkDate(fulfilledOn, 'input.fulfilledOn', today));
    if (refusal) return refusal;
    return (
      firstRefusal(checkNote(note)) ??
      accept({
        type: 'CommitmentFulfilled',
        data: { fulfilledOn, ...(note && { note: plainText(note) }) },
      })
    );
  });

/** Closes a commitment that will not be kept, with its reason. */
export const withdrawCommitment = ({ reason }: { readonly reason: Label }) =>
  whileActive(
    () =>
      firstRefusal(checkText(reason, 'input.reason')) ??
      accept({ type: 'CommitmentWithdrawn', data: { reason: plainText(reason) } }),
  );
