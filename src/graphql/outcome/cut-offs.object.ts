import { Field, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../scalars.js';

/** From where on a ratio counts. */
@ObjectType('ProgressCutOffs', {
  description: 'From where on a ratio counts; below zero it is deterioration.',
  simpleResolvers: true,
})
export class ProgressCutOffs {
  @Field(() => DecimalScalar, { description: 'Least ratio of substantial progress.' })
  readonly substantial!: string;

  @Field(() => DecimalScalar, { description: 'Least ratio of moderate progress.' })
  readonly moderate!: string;
}
