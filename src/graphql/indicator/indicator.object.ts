import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { IndicatorDefinition, IndicatorKind } from '../../domain/indicator/events.js';
import type { PeriodKind } from '../../domain/period.js';
import { enums } from '../enums.js';
import { Node } from '../node.object.js';
import { DateScalar, DecimalScalar, PeriodScalar } from '../scalars.js';
import { ProgressCutOffs } from '../outcome/cut-offs.object.js';
import { PeriodValue } from '../outcome/period-value.object.js';
import { Text } from '../text.object.js';

/** From which bodies an indicator is expected. */
@ObjectType('Universe', {
  description: 'From which bodies an indicator is expected.',
  simpleResolvers: true,
})
export class Universe {
  /** Key of the indicator, and the codes of the bodies among which `bodies` are those shown. */
  readonly indicator!: string;
  readonly listed!: readonly string[];

  @Field(() => enums.UniverseKind, { description: 'How the bodies are chosen.' })
  readonly kind!: IndicatorDefinition['universe']['kind'];

  @Field(() => [ID], { description: 'Codes of reporting areas, when they are listed; else empty.' })
  readonly areas!: readonly string[];
}

/** How counts by bucket are read. */
@ObjectType('Histogram', {
  description: 'Buckets a percentile is read off: n counts between n + 1 bounds.',
  simpleResolvers: true,
})
export class Histogram {
  @Field(() => DecimalScalar, { description: 'The percentile, "50" for the median.' })
  readonly percentile!: string;

  @Field(() => [DecimalScalar], { description: 'Ascending bounds; each bucket begins at one.' })
  readonly bounds!: readonly string[];
}

/** Cut-offs an indicator has of its own. */
@ObjectType('ProgressCutOffRules', {
  description: 'Cut-offs in place of those published.',
  simpleResolvers: true,
})
export class ProgressCutOffRules {
  @Field(() => ProgressCutOffs, { nullable: true, description: 'Towards a target.' })
  readonly withTarget!: ProgressCutOffs | null;

  @Field(() => ProgressCutOffs, { nullable: true, description: 'Without a target.' })
  readonly withoutTarget!: ProgressCutOffs | null;
}

/** By which rule progress is computed. */
@ObjectType('ProgressRule', {
  description: 'By which rule progress is computed; what it leaves out is as published.',
  simpleResolvers: true,
})
export class ProgressRule {
  @Field(() => PeriodScalar, {
    nullable: true,
    description: 'Progress counts from the first value of this period or after.',
  })
  readonly baselinePeriod!: string | null;

  @Field(() => PeriodValue, { nullable: true, description: 'What is aimed at, if any.' })
  readonly target!: PeriodValue | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Value no series can pass.' })
  readonly limit!: string | null;

  @Field(() => ProgressCutOffRules, { nullable: true, description: 'Cut-offs of its own.' })
  readonly cutOffs!: ProgressCutOffRules | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Change up to which nothing counts as changed.',
  })
  readonly tolerance!: string | null;
}

/** An indicator in its newest version as of a position. */
@ObjectType('Indicator', {
  description: 'What is measured and how it may be taken together.',
  implements: Node,
  simpleResolvers: true,
})
export class Indicator extends Node {
  @Field(() => ID, { description: 'Stable key by which arguments name it.' })
  readonly key!: string;

  @Field(() => Int, { description: 'Version of the definition: 1, 2, 3 …' })
  readonly version!: number;

  @Field(() => [Int], { description: 'Versions that began a new series.' })
  readonly breaks!: readonly number[];

  @Field(() => Text, { description: 'Name.' })
  readonly name!: Text;

  @Field(() => Text, { nullable: true, description: 'What exactly is measured.' })
  readonly description!: Text | null;

  @Field(() => Text, { nullable: true, description: 'Publisher and table of the numbers.' })
  readonly source!: Text | null;

  @Field(() => enums.IndicatorKind, { description: 'What kind of number it is.' })
  readonly kind!: IndicatorKind;

  @Field(() => Text, { description: 'Unit of its values.' })
  readonly unit!: Text;

  @Field(() => Int, { description: 'Places values are rounded to, half away from zero.' })
  readonly decimals!: number;

  @Field(() => enums.Direction, { description: 'Which way is better.' })
  readonly direction!: IndicatorDefinition['direction'];

  @Field(() => Universe, { description: 'From which bodies it is expected.' })
  readonly universe!: Universe;

  @Field(() => enums.Sensitivity, { description: 'How far its numbers may be shown.' })
  readonly sensitivity!: IndicatorDefinition['sensitivity'];

  @Field(() => enums.OverTimeOperator, { description: 'What happens to values over periods.' })
  readonly overTime!: IndicatorDefinition['overTime'];

  @Field(() => enums.OverSpaceOperator, { description: 'What happens to values over bodies.' })
  readonly overSpace!: IndicatorDefinition['overSpace'];

  @Field(() => enums.PeriodKind, { description: 'The one kind of period it is observed for.' })
  readonly periodKind!: PeriodKind;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'RATIO: the value is numerator over denominator times this factor.',
  })
  readonly factor!: string | null;

  @Field(() => Boolean, {
    description: 'RATIO: true when the numerator is a part of the denominator.',
  })
  readonly proportion!: boolean;

  @Field(() => [ID], { description: 'Schemes whose codes may break it down.' })
  readonly dimensions!: readonly string[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Least population coverage, in percent, of a rolled-up value that is shown.',
  })
  readonly coverageFloor!: string | null;

  @Field(() => enums.Accountability, {
    nullable: true,
    description: 'Whom it is about; null when nobody said.',
  })
  readonly accountability!: IndicatorDefinition['accountability'] | null;

  @Field(() => enums.Question, { nullable: true, description: 'What it asks of a service.' })
  readonly question!: IndicatorDefinition['question'] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after the end of a period by which a report is on time.',
  })
  readonly dueWithinDays!: number | null;

  @Field(() => Histogram, { nullable: true, description: 'Buckets that can be put together.' })
  readonly histogram!: Histogram | null;

  @Field(() => [Text], {
    nullable: true,
    description: 'Steps of the scale, the first of which is 1.',
  })
  readonly levels!: readonly Text[] | null;

  @Field(() => ProgressRule, {
    nullable: true,
    description: 'By which rule progress is computed; null for the published one without a target.',
  })
  readonly progressRule!: ProgressRule | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was retired.' })
  readonly retiredOn!: CivilDate | null;
}
