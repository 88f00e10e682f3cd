import { InputType } from 'type-graphql';
import { Id } from '../command.inputs.js';

/** One category of one dimension: what a number is broken down to. */
@InputType({ description: 'One category that a number is broken down to.' })
export class CategoryInput {
  @Id('Code list that breaks the indicator down.')
  dimension!: string;

  @Id('Code of that list.')
  category!: string;
}
