import { Field, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { StandingReason, StandingStatus } from '../../domain/commitment/standing.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';

/** How a commitment stands on a day, by the calendar and by what was said of it. */
@ObjectType('CommitmentStanding', {
  description: 'How a commitment stands on a day, by the calendar and by what was said of it.',
  simpleResolvers: true,
})
export class CommitmentStanding {
  @Field(() => enums.StandingStatus, { description: 'How it stands.' })
  readonly status!: StandingStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is not on track: `past-due`, `no-report`, `declared-at-risk` or ' +
      '`milestone-missed`.',
  })
  readonly reason!: StandingReason | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from the day it was due to the day it was kept, or to the day asked about.',
  })
  readonly daysLate!: number | null;

  @Field(() => DateScalar, {
    description: 'Last day something was heard: progress, a declared status, or its making.',
  })
  readonly lastHeardOn!: CivilDate;

  @Field(() => Int, { description: 'Days since then.' })
  readonly daysSinceHeard!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it is not stale; null when closed, or without a rule.',
  })
  readonly staleAfter!: CivilDate | null;
}
