import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateBy, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { IndicatorDefinition, IndicatorKind } from '../../domain/indicator/events.js';
import type { EventData } from '../../domain/catalogue.js';
import type { PeriodKind } from '../../domain/period.js';
import { DatedInput, ExpectedRevision, ExtendingInput, Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar, DecimalScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** Bodies are listed exactly when the universe is a list. */
const ListedOrNot = (): PropertyDecorator =>
  ValidateBy({
    name: 'listedOrNot',
    validator: {
      validate(kind, args) {
        const universe = args?.object as UniverseInput | undefined;
        return (kind === 'LISTED') === Array.isArray(universe?.bodies);
      },
    },
  });

/** How counts by bucket are read. */
@InputType({ description: 'Buckets a percentile is read off: n counts between n + 1 bounds.' })
export class HistogramInput {
  @Field(() => DecimalScalar, { description: 'The percentile, "50" for the median.' })
  percentile!: string;

  @Field(() => [DecimalScalar], { description: 'Ascending bounds of the buckets, 2 to 101.' })
  @ArrayMinSize(2)
  @ArrayMaxSize(101)
  bounds!: string[];
}

/** Bodies an indicator is expected from. */
@InputType({ description: 'From which bodies an indicator is expected.' })
export class UniverseInput {
  @Field(() => enums.UniverseKind, { description: 'By which rule.' })
  @ListedOrNot()
  kind!: IndicatorDefinition['universe']['kind'];

  @Field(() => [ID], { nullable: true, description: 'Codes of the bodies; exactly with LISTED.' })
  @ArrayMaxSize(1000)
  @MaxLength(64, { each: true })
  bodies?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of reporting areas that report as bodies do; only with LISTED.',
  })
  @ArrayMaxSize(1000)
  @MaxLength(64, { each: true })
  areas?: string[] | null;
}

/** Everything an indicator version declares. */
@InputType()
export class DefinitionInput extends DatedInput {
  @Field(() => TextInput, { description: 'Its name.' })
  name!: TextInput;

  @Field(() => TextInput, { nullable: true, description: 'What it measures.' })
  description?: TextInput | null;

  @Field(() => TextInput, { nullable: true, description: 'Publisher and table of its numbers.' })
  source?: TextInput | null;

  @Field(() => enums.IndicatorKind, { description: 'What it measures, formally.' })
  kind!: IndicatorKind;

  @Field(() => TextInput, { description: 'Its unit.' })
  unit!: TextInput;

  @Field(() => Int, { description: 'Decimals a value is rounded to, 0 to 10.' })
  decimals!: number;

  @Field(() => enums.Direction, { description: 'Which way is better.' })
  direction!: IndicatorDefinition['direction'];

  @Field(() => UniverseInput, { description: 'From which bodies it is expected.' })
  @ValidateNested()
  universe!: UniverseInput;

  @Field(() => enums.Sensitivity, { description: 'How much it may say about few people.' })
  sensitivity!: IndicatorDefinition['sensitivity'];

  @Field(() => enums.OverTimeOperator, { description: 'What happens to values over periods.' })
  overTime!: IndicatorDefinition['overTime'];

  @Field(() => enums.OverSpaceOperator, { description: 'What happens to values over bodies.' })
  overSpace!: IndicatorDefinition['overSpace'];

  @Field(() => enums.PeriodKind, { description: 'The one kind of period it is observed for.' })
  periodKind!: PeriodKind;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'RATIO: what numerator over denominator is multiplied by, "100" for percent.',
  })
  factor?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'RATIO: true when the numerator is a part of the denominator.',
  })
  proportion?: boolean | null = false;

  @Field(() => [ID], {
    nullable: true,
    description: 'Code lists whose codes may break it down.',
  })
  @ArrayMaxSize(20)
  @MaxLength(64, { each: true })
  dimensions?: string[] | null = [];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Least population coverage, in percent, of a rolled-up value that is shown.',
  })
  coverageFloor?: string | null;

  @Field(() => enums.Accountability, { nullable: true, description: 'Whom it is about.' })
  accountability?: NonNullable<IndicatorDefinition['accountability']> | null;

  @Field(() => enums.Question, {
    nullable: true,
    description: 'What it asks of a service; exactly with PERFORMANCE.',
  })
  question?: NonNullable<IndicatorDefinition['question']> | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after the end of a period by which a report is on time, 0 to 3660.',
  })
  dueWithinDays?: number | null;

  @Field(() => HistogramInput, {
    nullable: true,
    description: 'MEDIAN_OR_PERCENTILE: buckets whose counts can be put together.',
  })
  @ValidateNested()
  histogram?: HistogramInput | null;

  @Field(() => [TextInput], {
    nullable: true,
    description: 'ORDINAL: the steps of the scale, the first of which is 1.',
  })
  @ArrayMinSize(2)
  @ArrayMaxSize(20)
  levels?: TextInput[] | null;
}

/** Input of `defineIndicator`. */
@InputType({ description: 'Defines an indicator.' })
export class DefineIndicatorInput extends DefinitionInput {
  @Id('Its key, for good: lower-case letters and digits, single hyphens between, at most 64.')
  key!: string;
}

/** Input of `reviseIndicator`. */
@InputType({ description: 'Gives an indicator the next version of its definition, as a whole.' })
export class ReviseIndicatorInput extends DefinitionInput {
  @Id('Key of the indicator.')
  indicator!: string;

  @ExpectedRevision()
  expectedRevision?: number | null;

  @Field(() => enums.Comparability, { description: 'How it relates to the version before.' })
  comparability!: EventData<'IndicatorRevised'>['comparability'];

  @Field(() => TextInput, { description: 'Why it is revised.' })
  reason!: TextInput;
}

/** Input of `retireIndicator`. */
@InputType({ description: 'Retires an indicator: what was observed stays, nothing more is.' })
export class RetireIndicatorInput extends ExtendingInput {
  @Id('Key of the indicator.')
  indicator!: string;

  @Field(() => DateScalar, { description: 'Last day of its use; not in the future.' })
  retiredOn!: string;

  @Field(() => TextInput, { description: 'Why it is retired.' })
  reason!: TextInput;
}
