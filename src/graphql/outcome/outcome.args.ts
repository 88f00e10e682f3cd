import { ArgsType, Field, ID } from 'type-graphql';
import type { Basis } from '../../domain/indicator/aggregation.js';
import { AsOfInput } from '../as-of.inputs.js';
import { enums } from '../enums.js';
import { ListArgs } from '../list.args.js';
import { PeriodScalar } from '../scalars.js';
import { CategoryInput } from './category.inputs.js';

const period = 'The period: of the kind the indicator is observed for, or made of such.';
const categories = 'What the number is broken down to; the total without it.';

/** Arguments of `provinceOutcome`. */
@ArgsType()
export class ProvinceOutcomeArgs {
  @Field(() => ID, { description: 'Key of the indicator.' })
  readonly indicator!: string;

  @Field(() => PeriodScalar, { description: period })
  readonly period!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the area; Ontario, "35", by default.' })
  readonly area?: string | null;

  @Field(() => enums.Basis, { nullable: true, description: 'Where from; BEST by default.' })
  readonly basis?: Basis | null;

  @Field(() => [CategoryInput], { nullable: true, description: categories })
  readonly categories?: CategoryInput[] | null;

  @Field(() => AsOfInput, { nullable: true, description: 'Which past; now by default.' })
  readonly asOf?: AsOfInput | null;
}

/** Arguments of `outcomesByBody`. */
@ArgsType()
export class OutcomesByBodyArgs extends ListArgs {
  @Field(() => ID, { description: 'Key of the indicator.' })
  readonly indicator!: string;

  @Field(() => PeriodScalar, { description: period })
  readonly period!: string;

  @Field(() => [CategoryInput], { nullable: true, description: categories })
  readonly categories?: CategoryInput[] | null;
}

/** Arguments of `outcomeSeries`. */
@ArgsType()
export class OutcomeSeriesArgs {
  @Field(() => ID, { description: 'Key of the indicator.' })
  readonly indicator!: string;

  @Field(() => ID, { nullable: true, description: 'Code of a body; not together with `area`.' })
  readonly organization?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of an area; Ontario, "35", by default.' })
  readonly area?: string | null;

  @Field(() => AsOfInput, { nullable: true, description: 'Which past; now by default.' })
  readonly asOf?: AsOfInput | null;
}

/** Arguments of `outcomeRollup`. */
@ArgsType()
export class OutcomeRollupArgs {
  @Field(() => ID, { description: 'Key of the indicator.' })
  readonly indicator!: string;

  @Field(() => PeriodScalar, { description: period })
  readonly period!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of an area with bodies: "35" Ontario, which is the default, or "3520".',
  })
  readonly area?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of a municipality, of which an upper tier is made of its lower tiers.',
  })
  readonly organization?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of a plan, for the bodies that share it.' })
  readonly plan?: string | null;

  @Field(() => [CategoryInput], { nullable: true, description: categories })
  readonly categories?: CategoryInput[] | null;

  @Field(() => AsOfInput, { nullable: true, description: 'Which past; now by default.' })
  readonly asOf?: AsOfInput | null;
}

/** Arguments of `outcomeBreakdown`. */
@ArgsType()
export class OutcomeBreakdownArgs extends OutcomeRollupArgs {
  @Field(() => ID, { description: 'Code list to break it down by, one of its dimensions.' })
  readonly dimension!: string;
}
