import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { EventData } from '../../domain/catalogue.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Reading } from '../as-of.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { Node } from '../node.object.js';
import { DateScalar, DecimalScalar, PeriodScalar } from '../scalars.js';

type Defined = EventData<'MeasureDefined'>;

/** Where a measure starts. */
@ObjectType('Baseline', { description: 'Where a measure starts.', simpleResolvers: true })
export class Baseline {
  @Field(() => enums.BaselineKind, { description: 'What is known of it.' })
  readonly kind!: EventData<'BaselineSet'>['kind'];

  @Field(() => DecimalScalar, { nullable: true, description: 'Its value, when there is one.' })
  readonly value!: string | null;

  @Field(() => PeriodScalar, { nullable: true, description: 'Period the value is for.' })
  readonly period!: string | null;
}

/** What a measure is to reach. */
@ObjectType('Target', { description: 'What a measure is to reach.', simpleResolvers: true })
export class Target {
  @Field(() => enums.TargetKind, { description: 'How the number is to be read.' })
  readonly kind!: EventData<'TargetSet'>['kind'];

  @Field(() => DecimalScalar, { description: 'The number.' })
  readonly value!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is to be reached.' })
  readonly dueOn!: CivilDate | null;
}

/** A measurable outcome of a plan. */
@ObjectType('Measure', {
  description: 'A measurable outcome of a plan.',
  implements: Node,
  simpleResolvers: true,
})
export class Measure extends Node {
  /** Where `plan` is read from. */
  readonly reading!: Reading;

  @Field(() => Int, { description: 'Revision it stands at, for `expectedRevision`.' })
  readonly revision!: number;

  @Field(() => ID, { description: 'Id of the plan it belongs to.' })
  readonly planId!: string;

  @Field(() => Indicator, {
    nullable: true,
    description: 'What is measured; null when its definition stands recorded in error.',
  })
  readonly indicator!: Indicator | null;

  @Field(() => enums.OutcomeLevel, { description: 'Level of the logic model.' })
  readonly level!: Defined['level'];

  @Field(() => ID, { nullable: true, description: 'Id of the risk it shows an effect on.' })
  readonly riskId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the strategy it shows an effect of.' })
  readonly strategyId!: string | null;

  @Field(() => enums.Accountability, { description: 'Whom it is about.' })
  readonly accountability!: Defined['accountability'];

  @Field(() => enums.Question, {
    nullable: true,
    description: 'What it asks, for a performance measure.',
  })
  readonly question!: Defined['question'] | null;

  @Field(() => Baseline, { nullable: true, description: 'Where it starts, once set.' })
  readonly baseline!: Baseline | null;

  @Field(() => Target, { nullable: true, description: 'What it is to reach, once set.' })
  readonly target!: Target | null;

  @Field(() => Boolean, { description: 'True when it is no longer followed.' })
  readonly retired!: boolean;

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
