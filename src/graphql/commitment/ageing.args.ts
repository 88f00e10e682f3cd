import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { AgeBucket } from '../../domain/commitment/ageing.js';
import type { StandingStatus } from '../../domain/commitment/standing.js';
import type { PlanningArea } from '../../domain/plan/events.js';
import { enums } from '../enums.js';
import { ListArgs } from '../list.args.js';
import { DateScalar } from '../scalars.js';

/** Which commitments are wanted. */
@InputType('CommitmentFilter', {
  description: 'Which commitments are wanted; every field narrows it down.',
})
export class CommitmentFilterInput {
  @Field(() => ID, { nullable: true, description: 'Those within this plan.' })
  readonly planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this organization.' })
  readonly partner?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Those within strategies of this code of the scheme `sectors`.',
  })
  readonly sector?: string | null;

  @Field(() => enums.PlanningArea, {
    nullable: true,
    description: 'Those within strategies of this area.',
  })
  readonly area?: PlanningArea | null;

  @Field(() => [enums.StandingStatus], {
    nullable: true,
    description: 'Those that stand in one of these ways on the day.',
  })
  readonly status?: readonly StandingStatus[] | null;

  @Field(() => enums.AgeBucket, {
    nullable: true,
    description: 'Late ones whose day passed so long ago.',
  })
  readonly overdue?: AgeBucket | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for open ones of which no progress was ever reported.',
  })
  readonly withoutProgress?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for open ones whose organization ended: somebody must take them over.',
  })
  readonly orphaned?: boolean | null;
}

const day = {
  nullable: true,
  description: 'Day to read them on; default today in Toronto, or the day of asOf.',
} as const;

/** Arguments of `commitments`. */
@ArgsType()
export class CommitmentsArgs extends ListArgs {
  @Field(() => CommitmentFilterInput, { nullable: true, description: 'Which; all without it.' })
  readonly filter?: CommitmentFilterInput | null;

  @Field(() => DateScalar, day)
  readonly on?: string | null;
}
