import { Field, ID, InterfaceType } from 'type-graphql';
import { categoryOf, type Category } from '../domain/identifiers.js';

const typeNames: Readonly<Partial<Record<Category, string>>> = {
  plan: 'Plan',
  commitment: 'Commitment',
  measure: 'Measure',
  organization: 'Organization',
  indicator: 'Indicator',
};

/** Anything with a global id, which is the name of its stream in the log. */
@InterfaceType('Node', {
  description: 'Anything with an id of its own, which `node` and `nodes` find.',
  resolveType: ({ id }: Node) => typeNames[categoryOf(id) as Category],
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id; it never changes.' })
  readonly id!: string;
}
