import { Field, Int, ObjectType } from 'type-graphql';
import { AsOfInfo } from '../as-of.object.js';

/** How the bodies of the province stand with their duty to plan. */
@ObjectType('Obligations', {
  description: 'How the organizations of the province stand with their duty to plan, on a day.',
  simpleResolvers: true,
})
export class Obligations {
  @Field(() => Int, { description: 'Bodies that must have a plan of their own or a joint one.' })
  readonly required!: number;

  @Field(() => Int, { description: 'Bodies in whose place their upper tier plans.' })
  readonly coveredThroughUpperTier!: number;

  @Field(() => Int, { description: 'Bodies that need not plan.' })
  readonly notRequired!: number;

  @Field(() => Int, {
    description: 'Bodies that must plan and whose council had adopted a plan by the day.',
  })
  readonly adopted!: number;

  @Field(() => Int, {
    description: 'Those of them whose plan was adopted by all its bodies and published.',
  })
  readonly published!: number;

  @Field(() => Int, {
    description:
      'Bodies that must plan and are late: the day of first adoption has passed and their ' +
      'council has adopted no plan, or the days for publication have passed since a plan of ' +
      'theirs was adopted and it is not published.',
  })
  readonly overdue!: number;

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
