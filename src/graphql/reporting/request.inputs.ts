import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ExtendingInput, Id, KeyedInput } from '../command.inputs.js';
import { DateScalar, PeriodScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** Input of `requestInformation`. */
@InputType({ description: 'Asks organizations for information.' })
export class RequestInformationInput extends KeyedInput {
  @Field(() => [ID], { description: 'Codes of the organizations asked, at least one.' })
  @ArrayMaxSize(500)
  @MaxLength(64, { each: true })
  organizations!: string[];

  @Field(() => TextInput, { description: 'What is asked.' })
  question!: TextInput;

  @Field(() => DateScalar, { description: 'Last day on which an answer is in time.' })
  dueOn!: string;

  @Field(() => PeriodScalar, {
    nullable: true,
    description: 'Period of the reporting cycle it is about, if it is about one.',
  })
  period?: string | null;
}

/** A command about a request. */
@InputType()
class RequestInput extends ExtendingInput {
  @Id('Id of the request.')
  requestId!: string;
}

/** Input of `provideInformation`. */
@InputType({ description: 'Answers a request, for one of the organizations asked.' })
export class ProvideInformationInput extends RequestInput {
  @Id('Code of the organization that answers.')
  organization!: string;

  @Field(() => TextInput, { description: 'The answer; it replaces an earlier one.' })
  answer!: TextInput;
}

/** Input of `withdrawInformationRequest`. */
@InputType({ description: 'Withdraws a request.' })
export class WithdrawInformationRequestInput extends RequestInput {
  @Field(() => TextInput, { description: 'Why it is withdrawn.' })
  reason!: TextInput;
}
