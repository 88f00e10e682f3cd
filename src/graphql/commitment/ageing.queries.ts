import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { ageingOf, type AgeingBy } from '../../domain/commitment/ageing.js';
import type { AsOfInput } from '../as-of.inputs.js';
import { dayToReadOn, openReading, type Reading } from '../as-of.js';
import { codeLabel } from '../code-list/code-label.js';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { enums } from '../enums.js';
import { AsOfArg, OnArg } from '../list.args.js';
import { buildOrganization } from '../organization/organization.build.js';
import { openPage } from '../page.js';
import { readOrganizations, type Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import { agedOn, isWanted, type Aged } from './aged.js';
import { CommitmentFilterInput, CommitmentsArgs } from './ageing.args.js';
import { CommitmentAgeing, type AgeingGroup } from './ageing.object.js';
import { buildCommitment } from './commitment.build.js';
import { Commitment } from './commitment.object.js';
import { readCommitments } from './commitments.load.js';

const CommitmentConnection = countedConnectionType('Commitment', () => Commitment, 'commitments');

const keysOf: Readonly<Record<AgeingBy, (aged: Aged) => readonly string[]>> = {
  PLAN: ({ plan }) => [plan.id],
  PARTNER: ({ commitment }) => [commitment.partner],
  SECTOR: ({ strategy }) => strategy?.sectors ?? [],
  AREA: ({ strategy }) => (strategy ? [strategy.area] : []),
};

async function readAged(
  filter: CommitmentFilterInput,
  reading: Reading,
  on: string,
): Promise<{ readonly aged: readonly Aged[]; readonly organizations: Roster['organizations'] }> {
  const [placed, organizations] = await Promise.all([
    readCommitments(filter.planId, reading),
    readOrganizations(reading),
  ]);
  const aged = agedOn(placed, organizations, reading.context.services.rules, on);
  return { aged: aged.filter(isWanted(filter)), organizations };
}

function nameOf(
  by: AgeingBy,
  { plan, commitment }: Aged,
  key: string,
  { context }: Reading,
  organizations: Roster['organizations'],
): AgeingGroup['name'] {
  switch (by) {
    case 'PLAN':
      return freeTextOf(plan.title, context);
    case 'PARTNER':
      return buildOrganization(commitment.partner, organizations).name;
    case 'SECTOR':
      return codeLabel('sectors', key, context);
    case 'AREA':
      return null;
  }
}

/** Commitments across plans: lists, and how old they are. */
@Resolver()
export class AgeingQueries {
  @Query(() => CommitmentConnection, {
    nullable: true,
    description: 'Commitments across plans, by the day they are due; those without a day last.',
  })
  async commitments(
    @Args(() => CommitmentsArgs) args: CommitmentsArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<Commitment>> {
    const page = await openPage('commitments', args, context);
    const { reading } = page;
    const on = dayToReadOn(reading, args.on);
    const { aged, organizations } = await readAged(args.filter ?? {}, reading, on);
    return connectionOfAll(
      page,
      aged,
      ({ key }) => key,
      ({ commitment }) => buildCommitment(commitment, { organizations }, reading),
    );
  }

  @Query(() => CommitmentAgeing, {
    nullable: true,
    description:
      'How commitments stand on a day: counted by status, by days overdue and by days since ' +
      'something was heard. `commitments` lists those behind a count.',
  })
  async commitmentAgeing(
    @Arg('filter', () => CommitmentFilterInput, {
      nullable: true,
      description: 'Which commitments; all without it.',
    })
    filter: CommitmentFilterInput | null | undefined,
    @Arg('by', () => enums.AgeingBy, {
      nullable: true,
      description: 'By what to count them as well.',
    })
    by: AgeingBy | null | undefined,
    @AsOfArg() asOf: AsOfInput | undefined,
    @OnArg('Day to count on')
    on: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CommitmentAgeing> {
    const reading = await openReading(asOf, context);
    const day = dayToReadOn(reading, on);
    const { aged, organizations } = await readAged(filter ?? {}, reading, day);
    const groups = Map.groupBy(
      by == null ? [] : aged.flatMap((each) => keysOf[by](each).map((key) => ({ key, each }))),
      ({ key }) => key,
    );
    const counted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return {
      on: day,
      all: ageingOf(aged),
      groups: counted.map(([key, [first, ...rest]]) => ({
        key,
        name: by && first ? nameOf(by, first.each, key, reading, organizations) : null,
        counts: ageingOf([...(first ? [first] : []), ...rest].map(({ each }) => each)),
      })),
      asOf: reading.info,
    };
  }
}
