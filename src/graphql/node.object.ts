import { Field, ID, InterfaceType } from 'type-graphql';
import { categoryOf, type Category } from '../domain/identifiers.js';

/** Type of a node, which its id tells. */
export const typeOfNode = ({ id }: Node): string | undefined =>
  typeNames[categoryOf(id) as Category];

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
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id; it never changes.' })
  readonly id!: string;
}
