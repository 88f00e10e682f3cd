import { Field, ID, InputType } from 'type-graphql';
import type { EventData } from '../../domain/catalogue.js';
import { DatedInput, ExpectedRevision, ExtendingInput, Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar, DecimalScalar, PeriodScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

type Definition = EventData<'MeasureDefined'>;

/** Input of `defineMeasure`. */
@InputType({ description: 'Defines a measurable outcome of a plan.' })
export class DefineMeasureInput extends DatedInput {
  @Id('Id of the plan.')
  planId!: string;

  @Id('Key of the indicator it is observed through.')
  indicator!: string;

  @Field(() => enums.OutcomeLevel, { description: 'Level of the logic model.' })
  level!: Definition['level'];

  @Field(() => ID, { nullable: true, description: 'Id of the risk it shows an effect on.' })
  riskId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the strategy it belongs to.' })
  strategyId?: string | null;

  @Field(() => enums.Accountability, { description: 'Whom it is about.' })
  accountability!: Definition['accountability'];

  @Field(() => enums.Question, {
    nullable: true,
    description: 'What is asked of a service; exactly with PERFORMANCE.',
  })
  question?: Definition['question'] | null;

  @ExpectedRevision('plan')
  expectedRevision?: number | null;
}

/** A command about a measure that was defined. */
@InputType()
class MeasureInput extends ExtendingInput {
  @Id('Id of the measure.')
  measureId!: string;
}

/** Input of `setBaseline`. */
@InputType({ description: 'Sets what a measure starts from.' })
export class SetBaselineInput extends MeasureInput {
  @Field(() => enums.BaselineKind, { description: 'What kind of start it is.' })
  kind!: EventData<'BaselineSet'>['kind'];

  @Field(() => DecimalScalar, { nullable: true, description: 'The value; exactly with VALUE.' })
  value?: string | null;

  @Field(() => PeriodScalar, {
    nullable: true,
    description: "Period the value is of, of the indicator's kind; required with VALUE.",
  })
  period?: string | null;
}

/** What a measure aims at. */
@InputType()
class TargetInput extends MeasureInput {
  @Field(() => enums.TargetKind, { description: 'How the value is to be read.' })
  kind!: EventData<'TargetSet'>['kind'];

  @Field(() => DecimalScalar, { description: 'The value aimed at.' })
  value!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is aimed at.' })
  dueOn?: string | null;
}

/** Input of `setTarget`. */
@InputType({ description: 'Sets what a measure aims at.' })
export class SetTargetInput extends TargetInput {}

/** Input of `reviseTarget`. */
@InputType({ description: 'Changes what a measure aims at.' })
export class ReviseTargetInput extends TargetInput {
  @Field(() => TextInput, { description: 'Why the target changes.' })
  reason!: TextInput;
}

/** Input of `retireMeasure`. */
@InputType({ description: 'Retires a measure; it stays on the record.' })
export class RetireMeasureInput extends MeasureInput {
  @Field(() => TextInput, { description: 'Why it is retired.' })
  reason!: TextInput;
}
