import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as cycles from '../../domain/cycle/commands.js';
import * as submissions from '../../domain/submission/commands.js';
import { openReading } from '../as-of.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { readBodyReports } from './body-reports.js';
import { buildCycle } from './cycle.build.js';
import { findCycle, findSubmitter } from './cycles.load.js';
import {
  AcceptSubmissionInput,
  ChangeCycleDeadlineInput,
  CloseCycleInput,
  FileSubmissionInput,
  GiveFeedbackInput,
  OpenCycleInput,
  ReopenSubmissionInput,
  ReturnSubmissionInput,
} from './reporting.inputs.js';
import {
  AcceptSubmissionPayload,
  ChangeCycleDeadlinePayload,
  CloseCyclePayload,
  FileSubmissionPayload,
  GiveFeedbackPayload,
  OpenCyclePayload,
  ReopenSubmissionPayload,
  ReturnSubmissionPayload,
} from './reporting.payloads.js';
import { buildSubmission } from './submission.build.js';

const giveCycle = answering('reportingCycle', async ({ stream }, context) => {
  const reading = await openReading(undefined, context);
  const cycle = await findCycle(stream, reading);
  return cycle === undefined ? null : buildCycle(cycle, reading);
});

const giveSubmission = answering('submission', async ({ events }, context) => {
  const reading = await openReading(undefined, context);
  const { cycle, body } = await findSubmitter(events.at(-1)?.data, reading);
  if (cycle === undefined) return null;
  const [report] = await readBodyReports(cycle, context.today, reading, body);
  return report === undefined ? null : buildSubmission(report, reading);
});

/** Commands about reporting cycles and the reports made in them. */
@Resolver()
export class ReportingMutations {
  @Mutation(() => OpenCyclePayload, { description: 'Opens the reporting cycle of a period.' })
  openCycle(
    @Input(() => OpenCycleInput) input: OpenCycleInput,
    @Ctx() context: RequestContext,
  ): Promise<OpenCyclePayload> {
    return giveCycle(cycles.openCycle, input, context);
  }

  @Mutation(() => ChangeCycleDeadlinePayload, { description: 'Sets another deadline.' })
  changeCycleDeadline(
    @Input(() => ChangeCycleDeadlineInput) input: ChangeCycleDeadlineInput,
    @Ctx() context: RequestContext,
  ): Promise<ChangeCycleDeadlinePayload> {
    return giveCycle(cycles.changeCycleDeadline, input, context);
  }

  @Mutation(() => CloseCyclePayload, { description: 'Closes a cycle to new reports.' })
  closeCycle(
    @Input(() => CloseCycleInput) input: CloseCycleInput,
    @Ctx() context: RequestContext,
  ): Promise<CloseCyclePayload> {
    return giveCycle(cycles.closeCycle, input, context);
  }

  @Mutation(() => FileSubmissionPayload, {
    description: 'Submits the report of a body, with an attestation.',
  })
  fileSubmission(
    @Input(() => FileSubmissionInput) input: FileSubmissionInput,
    @Ctx() context: RequestContext,
  ): Promise<FileSubmissionPayload> {
    return giveSubmission(submissions.fileSubmission, input, context);
  }

  @Mutation(() => ReturnSubmissionPayload, {
    description: 'Returns a report, with comments on its numbers.',
  })
  returnSubmission(
    @Input(() => ReturnSubmissionInput) input: ReturnSubmissionInput,
    @Ctx() context: RequestContext,
  ): Promise<ReturnSubmissionPayload> {
    return giveSubmission(submissions.returnSubmission, input, context);
  }

  @Mutation(() => AcceptSubmissionPayload, {
    description: 'Accepts a report; its numbers are locked.',
  })
  acceptSubmission(
    @Input(() => AcceptSubmissionInput) input: AcceptSubmissionInput,
    @Ctx() context: RequestContext,
  ): Promise<AcceptSubmissionPayload> {
    return giveSubmission(submissions.acceptSubmission, input, context);
  }

  @Mutation(() => ReopenSubmissionPayload, {
    description: 'Opens an accepted report to changes again.',
  })
  reopenSubmission(
    @Input(() => ReopenSubmissionInput) input: ReopenSubmissionInput,
    @Ctx() context: RequestContext,
  ): Promise<ReopenSubmissionPayload> {
    return giveSubmission(submissions.reopenSubmission, input, context);
  }

  @Mutation(() => GiveFeedbackPayload, { description: 'Writes to a body about its report.' })
  giveFeedback(
    @Input(() => GiveFeedbackInput) input: GiveFeedbackInput,
    @Ctx() context: RequestContext,
  ): Promise<GiveFeedbackPayload> {
    return giveSubmission(submissions.giveFeedback, input, context);
  }
}
