import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ListArgs, RegionField } from '../list.args.js';
import { DateScalar } from '../scalars.js';

/** Which due things are wanted. */
@InputType('DueFilter', { description: 'Which due things are wanted; every field narrows down.' })
export class DueFilterInput {
  @Field(() => ID, { nullable: true, description: 'Those that this organization has to do.' })
  readonly organization?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this plan and its commitments.' })
  readonly planId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Those of a kind: `commitment`, `milestone`, `publication` for instance.',
  })
  readonly kind?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Those due on this day or later.' })
  readonly from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Those due on this day or earlier.' })
  readonly to?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True also for what was done or given up; only what is still to be done without.',
  })
  readonly includeClosed?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for what is still to be done by organizations that have ended.',
  })
  readonly orphaned?: boolean | null;

  @RegionField()
  readonly region?: string | null;
}

/** Arguments of `due`. */
@ArgsType()
export class DueArgs extends ListArgs {
  @Field(() => DueFilterInput, { nullable: true, description: 'Which; all open ones without it.' })
  readonly filter?: DueFilterInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day to read them on; default today in Toronto, or the day of asOf.',
  })
  readonly on?: string | null;
}
