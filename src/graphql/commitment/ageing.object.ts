import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AgeBucket } from '../../domain/commitment/ageing.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { StandingStatus } from '../../domain/commitment/standing.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** How many commitments stand in one way. */
@ObjectType('StandingCount', {
  description: 'How many commitments stand in one way.',
  simpleResolvers: true,
})
export class StandingCount {
  @Field(() => enums.StandingStatus, { description: 'How they stand.' })
  readonly status!: StandingStatus;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

/** How many commitments are of one age. */
@ObjectType('AgeCount', {
  description: 'How many commitments are of one age.',
  simpleResolvers: true,
})
export class AgeCount {
  @Field(() => enums.AgeBucket, { description: 'Their age.' })
  readonly bucket!: AgeBucket;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

/** How many commitments stand how, and for how long. */
@ObjectType('AgeingCounts', {
  description: 'How many commitments stand how, and for how long.',
  simpleResolvers: true,
})
export class AgeingCounts {
  @Field(() => Int, { description: 'How many there are.' })
  readonly commitments!: number;

  @Field(() => [StandingCount], { description: 'By how they stand, each way once.' })
  readonly byStatus!: readonly StandingCount[];

  @Field(() => [AgeCount], { description: 'Late ones by the days since they were due.' })
  readonly overdue!: readonly AgeCount[];

  @Field(() => [AgeCount], {
    description: 'Open ones by the days since something was heard of them.',
  })
  readonly sinceHeard!: readonly AgeCount[];

  @Field(() => Int, { description: 'Open ones of which no progress was ever reported.' })
  readonly withoutProgress!: number;
}

/** Commitments of one plan, partner, sector or area, counted. */
@ObjectType('AgeingGroup', {
  description: 'Commitments of one plan, partner, sector or area, counted.',
  simpleResolvers: true,
})
export class AgeingGroup {
  @Field(() => ID, { description: 'Id of the plan, or code of the partner, sector or area.' })
  readonly key!: string;

  @Field(() => Text, { nullable: true, description: 'Its name; null for an area.' })
  readonly name!: Text | null;

  @Field(() => AgeingCounts, { description: 'Its commitments.' })
  readonly counts!: AgeingCounts;
}

/** How old the commitments are. */
@ObjectType('CommitmentAgeing', {
  description: 'How commitments stand on a day, and for how long.',
  simpleResolvers: true,
})
export class CommitmentAgeing {
  @Field(() => DateScalar, { description: 'Day it is read on.' })
  readonly on!: CivilDate;

  @Field(() => AgeingCounts, { description: 'All of those wanted.' })
  readonly all!: AgeingCounts;

  @Field(() => [AgeingGroup], {
    description:
      'The same by plan, partner, sector or area; empty unless asked for. A strategy of several ' +
      'sectors counts in each.',
  })
  readonly groups!: readonly AgeingGroup[];

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
