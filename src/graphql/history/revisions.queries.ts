import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { countedConnectionType } from '../connection.js';
import { CodedError } from '../coded-error.js';
import type { RequestContext } from '../context.js';
import { ListArgs } from '../list.args.js';
import { CategoryInput } from '../outcome/category.inputs.js';
import { checkArea, isYetToCome, ontario, readQuestion } from '../outcome/question.js';
import { openPage } from '../page.js';
import { PeriodScalar } from '../scalars.js';
import { RevisedObservation, RevisionSummary } from './revisions.object.js';
import { readRevisions, type RevisionReport } from './revisions.js';

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
  ): Promise<RevisionReport | null> {
    const page = await openPage('outcomeRevisions', args, context);
    const { reading } = page;
    if (await isYetToCome(args.indicator, reading)) return null;
    const question = await readQuestion(args, reading);
    if (question.period.kind !== question.indicator.periodKind)
      throw new CodedError('period-kind-mismatch');
    const area = args.area ?? ontario;
    await checkArea(area, reading);
    return readRevisions(page, question, area);
  }
}
