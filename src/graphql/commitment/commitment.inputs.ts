import { Field, InputType, Int } from 'type-graphql';
import { ExpectedRevision, ExtendingInput, Id, KeyedInput } from '../command.inputs.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** Input of `makeCommitment`. */
@InputType({ description: 'A partner undertakes something within a strategy.' })
export class MakeCommitmentInput extends KeyedInput {
  @Id('Id of the plan.')
  planId!: string;

  @Id('Id of the strategy within the plan.')
  strategyId!: string;

  @Id('Code of the organization that undertakes it.')
  partner!: string;

  @Field(() => TextInput, { description: 'What is undertaken.' })
  statement!: TextInput;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is to be done.' })
  dueOn?: string | null;

  @ExpectedRevision('plan')
  expectedRevision?: number | null;
}

/** A command about a commitment that was made. */
@InputType()
export class CommitmentInput extends ExtendingInput {
  @Id('Id of the commitment.')
  commitmentId!: string;
}

/** Input of `reviseCommitment`. */
@InputType({ description: 'Changes what was undertaken or when it is due.' })
export class ReviseCommitmentInput extends CommitmentInput {
  @Field(() => TextInput, { nullable: true, description: 'What is undertaken from now on.' })
  statement?: TextInput | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is now to be done.' })
  dueOn?: string | null;

  @Field(() => TextInput, { description: 'Why it is revised.' })
  reason!: TextInput;
}

/** Input of `reportCommitmentProgress`. */
@InputType({ description: 'Reports how much of a commitment is done.' })
export class ReportCommitmentProgressInput extends CommitmentInput {
  @Field(() => DateScalar, {
    description: 'Day the report is about: not in the future, nor before the last report.',
  })
  reportedOn!: string;

  @Field(() => Int, { description: 'How much is done, 0 to 100.' })
  percent!: number;

  @Field(() => TextInput, { nullable: true, description: 'A word on the progress.' })
  note?: TextInput | null;
}

/** Input of `reassignCommitment`. */
@InputType({ description: 'Hands a commitment over to another organization.' })
export class ReassignCommitmentInput extends CommitmentInput {
  @Id('Code of the organization that takes it over.')
  partner!: string;

  @Field(() => TextInput, { description: 'Why it changes hands.' })
  reason!: TextInput;
}

/** Input of `fulfillCommitment`. */
@InputType({ description: 'Closes a commitment that was kept.' })
export class FulfillCommitmentInput extends CommitmentInput {
  @Field(() => DateScalar, { description: 'Day on which it was fulfilled; not in the future.' })
  fulfilledOn!: string;

  @Field(() => TextInput, { nullable: true, description: 'A word on how it was kept.' })
  note?: TextInput | null;
}

/** Input of `withdrawCommitment`. */
@InputType({ description: 'Closes a commitment that will not be kept.' })
export class WithdrawCommitmentInput extends CommitmentInput {
  @Field(() => TextInput, { description: 'Why it is withdrawn.' })
  reason!: TextInput;
}
