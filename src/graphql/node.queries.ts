import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { categoryOf, codeOf, isNodeId, type Category } from '../domain/identifiers.js';
import type { AsOfInput } from './as-of.inputs.js';
import { openReading, type Reading } from './as-of.js';
import { CodedError } from './coded-error.js';
import { readCommitment } from './commitment/commitment.load.js';
import type { RequestContext } from './context.js';
import { readIndicator } from './indicator/indicator.load.js';
import { AsOfArg } from './list.args.js';
import { readMeasure } from './measure/measure.load.js';
import { Node } from './node.object.js';
import { readOrganization } from './organization/organization.load.js';
import { readPlan } from './plan/plan.load.js';

const idsMax = 100;

type Find = (id: string, reading: Reading) => Promise<Node | null>;

const finders: Readonly<Partial<Record<Category, Find>>> = {
  plan: readPlan,
  commitment: readCommitment,
  measure: readMeasure,
  organization: (id, reading) => readOrganization(codeOf(id), reading),
  indicator: (id, reading) => readIndicator(codeOf(id), reading),
};

async function find(id: string, reading: Reading): Promise<Node | null> {
  const category = categoryOf(id);
  const finder = category && isNodeId(category, id) ? finders[category] : undefined;
  return finder === undefined ? null : finder(id, reading);
}

/** Anything by its global id (Relay). */
@Resolver()
export class NodeQueries {
  @Query(() => Node, { nullable: true, description: 'Anything by its id; null if unknown.' })
  async node(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Node | null> {
    return find(id, await openReading(asOf, context));
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description: `Several at once, at most ${idsMax}, in the order asked; null for the unknown.`,
  })
  async nodes(
    @Arg('ids', () => [ID], { description: 'Global ids.' }) ids: string[],
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > idsMax) throw new CodedError('too-many-ids');
    const reading = await openReading(asOf, context);
    return Promise.all(ids.map((id) => find(id, reading)));
  }
}
