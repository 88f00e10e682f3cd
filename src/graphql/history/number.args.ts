import { ArgsType, Field, ID } from 'type-graphql';
import { AsOfInput } from '../as-of.inputs.js';
import { CategoryInput } from '../outcome/category.inputs.js';
import { PeriodScalar } from '../scalars.js';

/** Arguments that name a number of every body, and the past to read it from. */
@ArgsType()
export abstract class NumberArgs {
  @Field(() => ID, { description: 'Key of the indicator.' })
  readonly indicator!: string;

  @Field(() => PeriodScalar, {
    description: 'The period, of the kind the indicator is observed for.',
  })
  readonly period!: string;

  @Field(() => [CategoryInput], {
    nullable: true,
    description: 'What the number is broken down to; the total without it.',
  })
  readonly categories?: CategoryInput[] | null;

  @Field(() => AsOfInput, { nullable: true, description: 'Which past; now by default.' })
  readonly asOf?: AsOfInput | null;
}
