import { ArrayMaxSize } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { ObservationFlag, ObservationStatus } from '../../domain/observation/events.js';
import { Id, KeyedInput } from '../command.inputs.js';
import { enums } from '../enums.js';
import { CategoryInput } from './category.inputs.js';
import { DateScalar, DecimalScalar, PeriodScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** What a PARTIAL number lacks. */
@InputType({ description: "How many of the source's units are missing from a PARTIAL number." })
export class MissingUnitsInput {
  @Field(() => Int, { description: 'Units missing, 1 or more.' })
  missing!: number;

  @Field(() => Int, { description: 'Units there are.' })
  total!: number;
}

/** How sure an estimate is. */
@InputType({ description: 'Confidence interval of a survey estimate.' })
export class ConfidenceIntervalInput {
  @Field(() => DecimalScalar, { description: 'Lower bound, at most the value.' })
  lower!: string;

  @Field(() => DecimalScalar, { description: 'Upper bound, at least the value.' })
  upper!: string;

  @Field(() => DecimalScalar, { description: 'Level of confidence in percent, "95".' })
  level!: string;
}

/** Which observation of an indicator. */
@InputType()
export class ObservationKeyInput extends KeyedInput {
  @Id('Key of the indicator.')
  indicator!: string;

  @Field(() => PeriodScalar, { description: "Period it is of, of the indicator's kind." })
  period!: string;

  @Field(() => [CategoryInput], {
    nullable: true,
    description: 'What the number is broken down to; empty for the total.',
  })
  @ArrayMaxSize(20)
  categories?: CategoryInput[] | null = [];
}

/** What an observation says. */
@InputType()
export class ObservationContentInput extends ObservationKeyInput {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The number. Of a ratio it may be left out: it follows from the parts.',
  })
  value?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Numerator of a ratio or mean.' })
  numerator?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Denominator of a ratio or mean.' })
  denominator?: string | null;

  @Field(() => [DecimalScalar], {
    nullable: true,
    description: "Counts by bucket, one for each of the indicator's histogram.",
  })
  @ArrayMaxSize(100)
  histogram?: string[] | null;

  @Field(() => ConfidenceIntervalInput, {
    nullable: true,
    description: 'Confidence interval, of a survey estimate.',
  })
  interval?: ConfidenceIntervalInput | null;

  @Field(() => TextInput, {
    nullable: true,
    description: 'What was observed, in words; exactly with a qualitative indicator.',
  })
  narrative?: TextInput | null;

  @Field(() => enums.ObservationStatus, { nullable: true, description: 'What is known.' })
  status?: ObservationStatus | null = 'REPORTED';

  @Field(() => [enums.ObservationFlag], {
    nullable: true,
    description: 'What a reader should know of the number.',
  })
  @ArrayMaxSize(20)
  flags?: ObservationFlag[] | null = [];

  @Field(() => MissingUnitsInput, { nullable: true, description: 'Exactly with the flag PARTIAL.' })
  missingUnits?: MissingUnitsInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which its source published it; not in the future.',
  })
  sourceReleasedOn?: string | null;
}

/** Input of `recordObservation`. */
@InputType({ description: 'Records what a body observed.' })
export class RecordObservationInput extends ObservationContentInput {
  @Id('Code of the body that reports.')
  organization!: string;
}

/** Input of `correctObservation`. */
@InputType({ description: 'Corrects what a body observed: everything about it is said anew.' })
export class CorrectObservationInput extends RecordObservationInput {
  @Field(() => TextInput, { description: 'Why it is corrected.' })
  reason!: TextInput;
}

/** Input of `withdrawObservation`. */
@InputType({ description: 'Withdraws what a body observed.' })
export class WithdrawObservationInput extends ObservationKeyInput {
  @Id('Code of the body that reported.')
  organization!: string;

  @Field(() => TextInput, { description: 'Why it is withdrawn.' })
  reason!: TextInput;
}
