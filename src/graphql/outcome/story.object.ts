import { Field, ObjectType } from 'type-graphql';
import { Organization } from '../organization/organization.object.js';
import { DateTimeScalar, PeriodScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** What lies behind a number. */
@ObjectType('Story', {
  description: 'The story behind the curve: what lies behind a number, in words.',
  simpleResolvers: true,
})
export class Story {
  @Field(() => PeriodScalar, { description: 'The period it is about.' })
  readonly period!: string;

  @Field(() => Text, { description: 'The story.' })
  readonly text!: Text;

  @Field(() => DateTimeScalar, { description: 'When it was told.' })
  readonly recordedAt!: string;

  @Field(() => Organization, { description: 'The organization for which it was told.' })
  readonly actingFor!: Organization;
}
