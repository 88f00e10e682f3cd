import { Field, Int, ObjectType } from 'type-graphql';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import type { ProgressStatus } from '../../domain/indicator/progress.js';
import { enums } from '../enums.js';
import { Organization } from '../organization/organization.object.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import { ProgressCutOffs } from './cut-offs.object.js';
import { PeriodValue } from './period-value.object.js';
import type { ProgressGap } from './progress-gap.js';

/** A person's judgment in place of the computation. */
@ObjectType('ProgressJudgement', {
  description: 'A judgment of progress by a person, which stands in place of the computed status.',
  simpleResolvers: true,
})
export class ProgressJudgement {
  @Field(() => enums.ProgressStatus, { description: 'The status judged.' })
  readonly status!: ProgressStatus;

  @Field(() => Text, { description: 'Why.' })
  readonly reason!: Text;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Field(() => Organization, { description: 'The organization it was recorded for.' })
  readonly actingFor!: Organization;

  @Field(() => String, {
    nullable: true,
    description:
      'Who recorded it; only the ministry and the organization acted for may know, else null.',
  })
  readonly actor!: string | null;
}

/** How a series moves, and everything the answer follows from. */
@ObjectType('OutcomeProgress', {
  description:
    'How a series moves, by the method Statistics Canada publishes for the Canadian Indicator ' +
    'Framework, with everything the answer follows from. Nothing is compared across a break.',
  simpleResolvers: true,
})
export class OutcomeProgress {
  @Field(() => enums.ProgressStatus, {
    description: 'How it moves: as a person judged, or else as computed.',
  })
  readonly status!: ProgressStatus;

  @Field(() => enums.ProgressStatus, { description: 'How it moves, as computed.' })
  readonly computedStatus!: ProgressStatus;

  @Field(() => ProgressJudgement, {
    nullable: true,
    description: 'The judgment that replaces the computed status; null when there is none.',
  })
  readonly judgement!: ProgressJudgement | null;

  @Field(() => enums.ProgressGap, {
    nullable: true,
    description: 'Why it cannot be computed; null exactly when it can.',
  })
  readonly gap!: ProgressGap | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Growth a year in the wanted direction, over the growth required when there is a target.',
  })
  readonly ratio!: string | null;

  @Field(() => enums.Direction, { description: 'Which way is better.' })
  readonly direction!: IndicatorDefinition['direction'];

  @Field(() => PeriodValue, { nullable: true, description: 'The value it is measured from.' })
  readonly baseline!: PeriodValue | null;

  @Field(() => PeriodValue, { nullable: true, description: 'The latest value.' })
  readonly current!: PeriodValue | null;

  @Field(() => PeriodValue, { nullable: true, description: 'The value aimed at, if any.' })
  readonly target!: PeriodValue | null;

  @Field(() => Int, { nullable: true, description: 'Years from the baseline to the latest value.' })
  readonly years!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Compound growth a year from the baseline to the latest value.',
  })
  readonly observedGrowth!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Compound growth a year from the baseline to the target, if there is one.',
  })
  readonly requiredGrowth!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value no series can pass; near it, and without a target, less is asked.',
  })
  readonly limit!: string | null;

  @Field(() => ProgressCutOffs, {
    nullable: true,
    description: 'The cut-offs that applied, near a limit already reduced.',
  })
  readonly cutOffs!: ProgressCutOffs | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Change, in the unit of the indicator, up to which nothing counts as changed.',
  })
  readonly tolerance!: string | null;

  @Field(() => Text, { nullable: true, description: 'Why the rule is as it is, if that was said.' })
  readonly ruleReason!: Text | null;

  @Field(() => String, { description: 'Name of the method.' })
  readonly method!: string;

  @Field(() => Int, { description: 'Version of the method: it rises when an answer may change.' })
  readonly methodVersion!: number;
}
