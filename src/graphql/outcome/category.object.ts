import { Field, ID, ObjectType } from 'type-graphql';

/** One category of one dimension. */
@ObjectType('Category', {
  description: 'One category that a number is broken down to.',
  simpleResolvers: true,
})
export class Category {
  @Field(() => ID, { description: 'Code list that breaks the indicator down.' })
  readonly dimension!: string;

  @Field(() => ID, { description: 'Code of that list.' })
  readonly category!: string;
}
