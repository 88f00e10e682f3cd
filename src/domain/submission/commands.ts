import type { Role } from '../authority.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { cycle } from '../cycle/state.js';
import { refuse, type Decision } from '../decision.js';
import { submissionStream, type StreamName } from '../identifiers.js';
import { speakersFor } from '../organization/registry.js';
import type { Label } from '../text.js';
import * as decisions from './decide.js';
import type { SubmissionEvents } from './events.js';
import { readReport } from './report.js';
import { scopeOf } from './standing.js';
import { submission, type SubmissionState } from './state.js';

/** Input of any command about the report of a body in a cycle. */
export type SubmissionInput = CommandInput & { readonly cycleId: string; readonly body: string };

const approvers: readonly Role[] = ['municipal-approver', 'administrator'];
const reviewers: readonly Role[] = ['ministry-reviewer', 'administrator'];

type Details = decisions.SubmissionDetails;
type Decide<Input> = (
  details: Details & Input,
) => (state: SubmissionState) => Decision<SubmissionEvents>;

const streamOf = ({ cycleId, body }: SubmissionInput): StreamName =>
  submissionStream(cycleId, body);

/** Reads the cycle, the submission and the numbers, then decides. */
const deciding =
  <Input extends SubmissionInput>(decide: Decide<Input>) =>
  async (input: Input, around: Surroundings) => {
    const { cycleId, body } = input;
    const { state } = await around.read(cycle, cycleId);
    if (state.status === 'none') return refuse('cycle-unknown', 'input.cycleId');
    const { state: filing } = await around.read(submission, streamOf(input));
    const report = await readReport(state, body, scopeOf(filing), around);
    return decide({ ...input, cycle: state, report });
  };

const byBody = {
  noun: submission,
  roles: approvers,
  parties: ({ body }: SubmissionInput, around: Surroundings) => speakersFor([body], around),
  target: streamOf,
};
const byMinistry = { noun: submission, roles: reviewers, parties: () => [], target: streamOf };

/** Submits the report of a body, with an attestation. */
export const fileSubmission = command({
  ...byBody,
  name: 'fileSubmission',
  decide: deciding<FileSubmissionInput>(decisions.fileSubmission),
});
export type FileSubmissionInput = SubmissionInput & { readonly attestation: Label };

/** Returns a report, with comments on its numbers. */
export const returnSubmission = command({
  ...byMinistry,
  name: 'returnSubmission',
  decide: deciding<ReturnSubmissionInput>(decisions.returnSubmission),
});
export type ReturnSubmissionInput = SubmissionInput & {
  readonly comments: readonly decisions.CellComment[];
  readonly remark?: Label | undefined;
};

/** Accepts a report. */
export const acceptSubmission = command({
  ...byMinistry,
  name: 'acceptSubmission',
  decide: deciding<SubmissionInput>(decisions.acceptSubmission),
});

/** Opens an accepted report to changes. */
export const reopenSubmission = command({
  ...byMinistry,
  name: 'reopenSubmission',
  decide: deciding<ReopenSubmissionInput>(decisions.reopenSubmission),
});
export type ReopenSubmissionInput = SubmissionInput & { readonly reason: Label };

/** Writes to a body about its report. */
export const giveFeedback = command({
  ...byMinistry,
  name: 'giveFeedback',
  decide: deciding<GiveFeedbackInput>(decisions.giveFeedback),
});
export type GiveFeedbackInput = SubmissionInput & { readonly text: Label };
