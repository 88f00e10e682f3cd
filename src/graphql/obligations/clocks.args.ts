import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { ClockStatus } from '../../domain/plan/rules.js';
import { enums } from '../enums.js';
import { ListArgs, RegionField } from '../list.args.js';
import { DateScalar } from '../scalars.js';

/** Which clocks are wanted. */
@InputType('ClockFilter', { description: 'Which clocks are wanted; every field narrows it down.' })
export class ClockFilterInput {
  @Field(() => enums.ClockStatus, { nullable: true, description: 'Clocks that read so.' })
  readonly status?: ClockStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'Clocks of a code: `adoption`, `publication` or `review`.',
  })
  readonly code?: string | null;

  @Field(() => ID, { nullable: true, description: 'Clocks that run for this body.' })
  readonly body?: string | null;

  @RegionField()
  readonly region?: string | null;
}

/** Arguments of `statutoryClocks`. */
@ArgsType()
export class ClocksArgs extends ListArgs {
  @Field(() => ClockFilterInput, { nullable: true, description: 'Which clocks; all without it.' })
  readonly filter?: ClockFilterInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day to read them on; default today in Toronto, or the day of asOf.',
  })
  readonly on?: string | null;
}
