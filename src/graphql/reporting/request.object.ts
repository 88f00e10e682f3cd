import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import { enums } from '../enums.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import type { ResponseState } from '../../projections/reporting/response-state.js';

/** What an organization answered to a request. */
@ObjectType('InformationResponse', {
  description: 'What an organization answered to a request for information, or did not.',
  simpleResolvers: true,
})
export class InformationResponse {
  @Field(() => Organization, { description: 'The organization that was asked.' })
  readonly organization!: Organization;

  @Field(() => enums.ResponseState, { description: 'Where its answer stands.' })
  readonly state!: ResponseState;

  @Field(() => Int, { description: 'Days after the day it was due; 0 when not after it.' })
  readonly daysLate!: number;

  @Field(() => Text, { nullable: true, description: 'Its latest answer, if it gave one.' })
  readonly answer!: Text | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it gave it.' })
  readonly answeredAt!: string | null;
}

/** A request of the ministry for information. */
@ObjectType('InformationRequest', {
  description: 'A question of the ministry to one or several organizations.',
  simpleResolvers: true,
})
export class InformationRequest {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => Text, { description: 'What is asked.' })
  readonly question!: Text;

  @Field(() => DateScalar, { description: 'Last day on which an answer is in time.' })
  readonly dueOn!: CivilDate;

  @Field(() => PeriodScalar, { nullable: true, description: 'Period of the cycle it is about.' })
  readonly period!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  readonly askedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn, if it was.' })
  readonly withdrawnAt!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it is asked no more, if it was withdrawn.',
  })
  readonly withdrawnOn!: CivilDate | null;

  @Field(() => Text, { nullable: true, description: 'Why it was withdrawn.' })
  readonly withdrawalReason!: Text | null;

  @Field(() => [InformationResponse], {
    description: 'One for each organization asked, as far as the caller may read them.',
  })
  readonly responses!: readonly InformationResponse[];
}
