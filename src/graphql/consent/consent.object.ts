import { Field, ID, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Audience, ConsentLevel } from '../../domain/consent/events.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';

/** What a First Nation lets others see. */
@ObjectType('Consent', {
  description: 'What a First Nation lets others see, until it withdraws it.',
  simpleResolvers: true,
})
export class Consent {
  @Field(() => ID, { description: 'Id of the grant.' })
  readonly id!: string;

  @Field(() => [enums.Audience], { description: 'To whom.' })
  readonly audiences!: readonly Audience[];

  @Field(() => enums.ConsentLevel, { description: 'How closely.' })
  readonly level!: ConsentLevel;

  @Field(() => Boolean, { description: 'True when its part in plans may be shown.' })
  readonly plans!: boolean;

  @Field(() => [ID], {
    nullable: true,
    description: 'Keys of the indicators whose numbers are meant; null for all of them.',
  })
  readonly indicators!: readonly string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it holds.' })
  readonly until!: CivilDate | null;

  @Field(() => Boolean, { description: 'True when it was withdrawn.' })
  readonly withdrawn!: boolean;
}
