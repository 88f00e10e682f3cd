import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { ListArgs } from '../list.args.js';
import { CategoryInput } from '../outcome/category.inputs.js';
import { checkArea, isYetToCome, ontario, readQuestion } from '../outcome/question.js';
import { openPage } from '../page.js';
import { readOrganizations } from '../roster.js';
import { PeriodScalar } from '../scalars.js';
import { publishedSteps, rolledUpSteps } from './area-steps.js';
import { buildRevised, buildSummary } from './revisions.build.js';
import { readNumberSteps, type NumberSteps } from './revisions.load.js';
import { RevisedObservation, RevisionSummary } from './revisions.object.js';

/** Arguments of `outcomeRevisions`. */
@ArgsType()
class RevisionsArgs extends ListArgs {
  @Field(() => ID, { description: 'Key of the indicator.' })
  readonly indicator!: string;

  @Field(() => PeriodScalar, {
    description: 'The period, of the kind the indicator is observed for.',
  })
  readonly period!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the area; Ontario, "35", by default.' })
  readonly area?: string | null;

  @Field(() => [CategoryInput], {
    nullable: true,
    description: 'What the number is broken down to; the total without it.',
  })
  readonly categories?: CategoryInput[] | null;
}

const RevisionConnection = countedConnectionType(
  'RevisedObservation',
  () => RevisedObservation,
  'numbers that were revised',
);
Field(() => RevisionSummary, { description: 'What all revisions together did.' })(
  RevisionConnection.prototype,
  'summary',
);

type Report = CountedConnection<RevisedObservation> & { readonly summary: RevisionSummary };

const ofKind = (numbers: readonly NumberSteps[], wanted: NumberSteps['kind']) =>
  numbers
    .filter(({ kind }) => kind === wanted)
    .flatMap(({ steps }) => steps)
    .toSorted((a, b) => a.at - b.at);

/** How numbers were revised. */
@Resolver()
export class RevisionQueries {
  @Query(() => RevisionConnection, {
    nullable: true,
    description:
      'Every change to the number of an area and, of Ontario, to those of its bodies: what was ' +
      'first recorded, by whom and why it was changed, and how far that moved what the area ' +
      'reads. Numbers the caller may not read before they are released are null.',
  })
  async outcomeRevisions(
    @Args(() => RevisionsArgs) args: RevisionsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Report | null> {
    const page = await openPage('outcomeRevisions', args, context);
    const { reading } = page;
    if (await isYetToCome(args.indicator, reading)) return null;
    const question = await readQuestion(args, reading);
    const area = args.area ?? ontario;
    await checkArea(area, reading);
    const numbers = await readNumberSteps(question, area, reading);
    const published = publishedSteps(ofKind(numbers, 'AREA'), question);
    const rolledUp = await rolledUpSteps(ofKind(numbers, 'BODY'), question, reading);
    const known = { question, organizations: await readOrganizations(reading), reading };
    const revised = numbers.filter(({ steps }) => steps.length > 1);
    const ordered = revised.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const { edges, ...rest } = connectionOfAll(
      page,
      ordered,
      ({ key }) => key,
      (number) => number,
    );
    const build = ({ kind, steps }: NumberSteps) =>
      buildRevised(steps, kind === 'AREA' ? published : rolledUp, known);
    return {
      ...rest,
      edges: await Promise.all(
        edges.map(async ({ cursor, node }) => ({ cursor, node: await build(node) })),
      ),
      summary: buildSummary(
        revised.flatMap(({ steps }) => steps.filter(({ isFirst }) => !isFirst)),
        numbers.some(({ kind }) => kind === 'AREA') ? published : rolledUp,
        known,
      ),
    };
  }
}
