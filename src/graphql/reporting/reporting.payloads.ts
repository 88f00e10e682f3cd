import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { ReportingCycle } from './cycle.object.js';
import { InformationRequest } from './request.object.js';
import { Submission } from './submission.object.js';

/** What a command about a reporting cycle answers. */
@ObjectType({ simpleResolvers: true })
class CyclePayload extends CommandPayload {
  @Field(() => ReportingCycle, {
    nullable: true,
    description: 'The cycle as it now stands; null exactly when refused.',
  })
  readonly reportingCycle!: ReportingCycle | null;
}

/** What a command about the report of a body answers. */
@ObjectType({ simpleResolvers: true })
class SubmissionPayload extends CommandPayload {
  @Field(() => Submission, {
    nullable: true,
    description: 'The report as it now stands; null exactly when refused.',
  })
  readonly submission!: Submission | null;
}

/** What a command about a request for information answers. */
@ObjectType({ simpleResolvers: true })
class RequestPayload extends CommandPayload {
  @Field(() => InformationRequest, {
    nullable: true,
    description: 'The request as it now stands; null exactly when refused.',
  })
  readonly informationRequest!: InformationRequest | null;
}

/** Answer of `openCycle`. */
@ObjectType({ description: 'What became of `openCycle`.' })
export class OpenCyclePayload extends CyclePayload {}

/** Answer of `changeCycleDeadline`. */
@ObjectType({ description: 'What became of `changeCycleDeadline`.' })
export class ChangeCycleDeadlinePayload extends CyclePayload {}

/** Answer of `closeCycle`. */
@ObjectType({ description: 'What became of `closeCycle`.' })
export class CloseCyclePayload extends CyclePayload {}

/** Answer of `fileSubmission`. */
@ObjectType({ description: 'What became of `fileSubmission`.' })
export class FileSubmissionPayload extends SubmissionPayload {}

/** Answer of `returnSubmission`. */
@ObjectType({ description: 'What became of `returnSubmission`.' })
export class ReturnSubmissionPayload extends SubmissionPayload {}

/** Answer of `acceptSubmission`. */
@ObjectType({ description: 'What became of `acceptSubmission`.' })
export class AcceptSubmissionPayload extends SubmissionPayload {}

/** Answer of `reopenSubmission`. */
@ObjectType({ description: 'What became of `reopenSubmission`.' })
export class ReopenSubmissionPayload extends SubmissionPayload {}

/** Answer of `giveFeedback`. */
@ObjectType({ description: 'What became of `giveFeedback`.' })
export class GiveFeedbackPayload extends SubmissionPayload {}

/** Answer of `requestInformation`. */
@ObjectType({ description: 'What became of `requestInformation`.' })
export class RequestInformationPayload extends RequestPayload {}

/** Answer of `provideInformation`. */
@ObjectType({ description: 'What became of `provideInformation`.' })
export class ProvideInformationPayload extends RequestPayload {}

/** Answer of `withdrawInformationRequest`. */
@ObjectType({ description: 'What became of `withdrawInformationRequest`.' })
export class WithdrawInformationRequestPayload extends RequestPayload {}
