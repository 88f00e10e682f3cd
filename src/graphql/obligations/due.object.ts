import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { DueState } from '../../projections/due/due-item.js';
import { enums } from '../enums.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** Something that is or was to be done by a day. */
@ObjectType('DueItem', {
  description: 'Something that is or was to be done by a day.',
  simpleResolvers: true,
})
export class DueItem {
  @Field(() => ID, { description: 'Id that stays; the calendar feed uses it too.' })
  readonly id!: string;

  @Field(() => String, {
    description:
      'What it is: `commitment`, `milestone`, `adoption`, `publication`, `review`, `report` or ' +
      '`information-request`.',
  })
  readonly kind!: string;

  @Field(() => Text, { description: 'What has to be done, in words.' })
  readonly what!: Text;

  @Field(() => Text, {
    nullable: true,
    description: 'Statement, name or title of what it is about.',
  })
  readonly title!: Text | null;

  @Field(() => DateScalar, { description: 'Day by which it is to be done.' })
  readonly dueOn!: CivilDate;

  @Field(() => enums.DueState, { description: 'How it stands on the day.' })
  readonly state!: DueState;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done.' })
  readonly doneOn!: CivilDate | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days between the day it was due and the day it was done, or the day asked about.',
  })
  readonly daysLate!: number | null;

  @Field(() => [Organization], { description: 'Who has to do it.' })
  readonly organizations!: readonly Organization[];

  @Field(() => Boolean, {
    description: 'True when it is still to be done, and everybody who has to do it has ended.',
  })
  readonly orphaned!: boolean;

  @Field(() => ID, { nullable: true, description: 'Id of the plan it belongs to.' })
  readonly planId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the commitment it belongs to.' })
  readonly commitmentId!: string | null;
}
