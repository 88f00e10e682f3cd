import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, PositionScalar } from './scalars.js';

/** Which state of the record an answer comes from. */
@ObjectType('AsOfInfo', {
  description: 'Which state of the record an answer comes from; enough to ask for it again.',
  simpleResolvers: true,
})
export class AsOfInfo {
  @Field(() => PositionScalar, { description: 'Position of the last event that counts.' })
  readonly position!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the hub had recorded that event; null before the first.',
  })
  readonly recordedAt!: string | null;

  @Field(() => String, {
    description: 'Version of the views that computed the answer: "roster.1 observations.1 …".',
  })
  readonly viewVersion!: string;
}
