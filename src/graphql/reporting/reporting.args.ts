import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { Timeliness } from '../../domain/cycle/timeliness.js';
import type { Standing } from '../../domain/submission/standing.js';
import { enums } from '../enums.js';
import { ListArgs, RegionField } from '../list.args.js';
import { DateScalar } from '../scalars.js';
import type { ResponseState } from '../../projections/reporting/response-state.js';

const dayDescription = 'Day of the calendar; default today in Toronto, or the day of asOf.';

/** Which reports of a cycle are wanted. */
@InputType('SubmissionFilter', {
  description: 'Which reports are wanted; every field narrows it down.',
})
export class SubmissionFilterInput {
  @Field(() => enums.SubmissionState, { nullable: true, description: 'That stand here.' })
  readonly state?: Standing | null;

  @Field(() => enums.Timeliness, { nullable: true, description: 'That stand so to the deadline.' })
  readonly timeliness?: Timeliness | null;

  @Field(() => ID, { nullable: true, description: 'Of bodies in this census division.' })
  readonly censusDivision?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of this county or region and the bodies that belong to it.',
  })
  readonly upperTier?: string | null;

  @RegionField()
  readonly region?: string | null;
}

/** Arguments of `submissions`. */
@ArgsType()
export class SubmissionsArgs extends ListArgs {
  @Field(() => ID, { description: 'Id of the reporting cycle.' })
  readonly cycleId!: string;

  @Field(() => SubmissionFilterInput, { nullable: true, description: 'Which; all without it.' })
  readonly filter?: SubmissionFilterInput | null;

  @Field(() => DateScalar, { nullable: true, description: dayDescription })
  readonly on?: string | null;
}

/** Arguments of `informationRequests`. */
@ArgsType()
export class InformationRequestsArgs extends ListArgs {
  @Field(() => ID, { nullable: true, description: 'Those that ask this organization.' })
  readonly organization?: string | null;

  @Field(() => enums.ResponseState, {
    nullable: true,
    description: 'Those with a response that stands here.',
  })
  readonly state?: ResponseState | null;

  @Field(() => DateScalar, { nullable: true, description: dayDescription })
  readonly on?: string | null;
}
