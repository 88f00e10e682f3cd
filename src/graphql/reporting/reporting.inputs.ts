import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ExtendingInput, Id, KeyedInput } from '../command.inputs.js';
import { CategoryInput } from '../outcome/category.inputs.js';
import { DateScalar, PeriodScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** What a cycle expects of one indicator. */
@InputType({ description: 'An indicator that a reporting cycle expects, and of whom.' })
export class ExpectationInput {
  @Id('Key of the indicator.')
  indicator!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the bodies it is expected of; all of its universe when absent.',
  })
  @ArrayMaxSize(500)
  @MaxLength(64, { each: true })
  bodies?: string[] | null;
}

/** Input of `openCycle`. */
@InputType({ description: 'Opens the reporting cycle of a period.' })
export class OpenCycleInput extends KeyedInput {
  @Field(() => PeriodScalar, { description: 'The period; every indicator is observed for such.' })
  period!: string;

  @Field(() => [ExpectationInput], { description: 'What is expected, at least one indicator.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  expectations!: ExpectationInput[];

  @Field(() => DateScalar, { description: 'Last day on which a report is on time.' })
  deadline!: string;

  @Field(() => Int, { description: 'Days after it during which a report is not late yet.' })
  graceDays!: number;
}

/** A command about a cycle that was opened. */
@InputType()
class CycleInput extends ExtendingInput {
  @Id('Id of the reporting cycle.')
  cycleId!: string;
}

/** Input of `changeCycleDeadline`. */
@InputType({ description: 'Sets another deadline.' })
export class ChangeCycleDeadlineInput extends CycleInput {
  @Field(() => DateScalar, { description: 'Last day on which a report is on time.' })
  deadline!: string;

  @Field(() => Int, { description: 'Days after it during which a report is not late yet.' })
  graceDays!: number;

  @Field(() => TextInput, { description: 'Why it is changed.' })
  reason!: TextInput;
}

/** Input of `closeCycle`. */
@InputType({ description: 'Closes a reporting cycle to new reports.' })
export class CloseCycleInput extends CycleInput {}

/** A command about the report of a body. */
@InputType()
class SubmissionInput extends ExtendingInput {
  @Id('Id of the reporting cycle.')
  cycleId!: string;

  @Id('Code of the body that reports.')
  body!: string;
}

/** Input of `fileSubmission`. */
@InputType({ description: 'Submits the report of a body, as its numbers stand.' })
export class FileSubmissionInput extends SubmissionInput {
  @Field(() => TextInput, {
    description: 'That the report is complete and right, in the words of who answers for it.',
  })
  attestation!: TextInput;
}

/** What is said of one number. */
@InputType({ description: 'What the ministry says of one number.' })
export class CellCommentInput {
  @Id('Key of the indicator.')
  indicator!: string;

  @Field(() => [CategoryInput], {
    nullable: true,
    description: 'What the number is broken down to; empty for the total.',
  })
  @ArrayMaxSize(20)
  categories?: CategoryInput[] | null;

  @Field(() => TextInput, { description: 'The comment.' })
  text!: TextInput;
}

/** Input of `returnSubmission`. */
@InputType({ description: 'Returns a report, with what is to be looked at again.' })
export class ReturnSubmissionInput extends SubmissionInput {
  @Field(() => [CellCommentInput], { description: 'Comments on its numbers.' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  comments!: CellCommentInput[];

  @Field(() => TextInput, { nullable: true, description: 'About the report as a whole.' })
  remark?: TextInput | null;
}

/** Input of `acceptSubmission`. */
@InputType({ description: 'Accepts a report, in exactly the versions that were submitted.' })
export class AcceptSubmissionInput extends SubmissionInput {}

/** Input of `reopenSubmission`. */
@InputType({ description: 'Opens an accepted report to changes again.' })
export class ReopenSubmissionInput extends SubmissionInput {
  @Field(() => TextInput, { description: 'Why it is reopened.' })
  reason!: TextInput;
}

/** Input of `giveFeedback`. */
@InputType({ description: 'Writes to a body about its report.' })
export class GiveFeedbackInput extends SubmissionInput {
  @Field(() => TextInput, { description: 'What is to be said.' })
  text!: TextInput;
}
