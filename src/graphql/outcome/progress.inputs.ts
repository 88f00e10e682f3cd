import { ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ProgressStatus } from '../../domain/indicator/progress.js';
import { ExtendingInput, Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DecimalScalar, PeriodScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** What an indicator aims at. */
@InputType({ description: 'A value to be reached for a period.' })
export class ProgressTargetInput {
  @Field(() => PeriodScalar, { description: "The period, of the indicator's kind." })
  period!: string;

  @Field(() => DecimalScalar, { description: 'The value.' })
  value!: string;
}

/** From where on a ratio counts. */
@InputType({ description: 'Two cut-offs above zero, the substantial one the greater.' })
export class CutOffsInput {
  @Field(() => DecimalScalar, { description: 'Least ratio of substantial progress.' })
  substantial!: string;

  @Field(() => DecimalScalar, { description: 'Least ratio of moderate progress.' })
  moderate!: string;
}

/** Cut-offs an indicator has of its own. */
@InputType({ description: 'Cut-offs in place of those published.' })
export class CutOffRulesInput {
  @Field(() => CutOffsInput, {
    nullable: true,
    description: 'Of observed over required growth; 0.95 and 0.6 without.',
  })
  @ValidateNested()
  withTarget?: CutOffsInput | null;

  @Field(() => CutOffsInput, {
    nullable: true,
    description: 'Of growth a year; 0.015 and 0.005 without.',
  })
  @ValidateNested()
  withoutTarget?: CutOffsInput | null;
}

/** Input of `setProgressRule`. */
@InputType({ description: "Sets the whole rule by which an indicator's progress is computed." })
export class SetProgressRuleInput extends ExtendingInput {
  @Id('Key of the indicator.')
  indicator!: string;

  @Field(() => PeriodScalar, {
    nullable: true,
    description: 'Progress counts from the first value of this period or after; the first without.',
  })
  baselinePeriod?: string | null;

  @Field(() => ProgressTargetInput, { nullable: true, description: 'What is aimed at, if any.' })
  @ValidateNested()
  target?: ProgressTargetInput | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value no series can pass, 100 of a percentage; counts without a target only.',
  })
  limit?: string | null;

  @Field(() => CutOffRulesInput, { nullable: true, description: 'Cut-offs of its own.' })
  @ValidateNested()
  cutOffs?: CutOffRulesInput | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Change, in the unit of the indicator, up to which nothing counts as changed.',
  })
  tolerance?: string | null;

  @Field(() => TextInput, { nullable: true, description: 'Why the rule is as it is.' })
  reason?: TextInput | null;
}

/** Which series is judged, up to which period. */
@InputType()
class JudgedSeriesInput extends ExtendingInput {
  @Id('Key of the indicator.')
  indicator!: string;

  @Field(() => ID, { nullable: true, description: 'Code of a body; or else name an area.' })
  organization?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of an area, "35" for Ontario.' })
  area?: string | null;

  @Field(() => PeriodScalar, { description: 'Period of the latest value.' })
  period!: string;

  @Field(() => TextInput, { description: 'Why.' })
  reason!: TextInput;
}

/** Input of `judgeProgress`. */
@InputType({ description: 'Judges progress by hand, in place of the computed status.' })
export class JudgeProgressInput extends JudgedSeriesInput {
  @Field(() => enums.ProgressStatus, { description: 'The status judged.' })
  status!: ProgressStatus;
}

/** Input of `withdrawProgressJudgement`. */
@InputType({ description: 'Withdraws a judgment of progress.' })
export class WithdrawProgressJudgementInput extends JudgedSeriesInput {}
