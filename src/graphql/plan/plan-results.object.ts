import { Field, ObjectType } from 'type-graphql';
import { Measure } from '../measure/measure.object.js';
import { Risk } from './strategy.object.js';

/** What a plan achieves about one risk. */
@ObjectType('PlanResults', {
  description: 'What a plan achieves about one risk: its measures, each with its results.',
  simpleResolvers: true,
})
export class PlanResults {
  @Field(() => Risk, {
    nullable: true,
    description: 'The risk; null for the measures that name none.',
  })
  readonly risk!: Risk | null;

  @Field(() => [Measure], { description: 'Its measures that are still followed; may be none.' })
  readonly measures!: readonly Measure[];
}
