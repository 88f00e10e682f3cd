import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Finding as FoundMissing } from '../../domain/plan/requirements.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** A completed review of a plan. */
@ObjectType('PlanReview', { description: 'A completed review of a plan.', simpleResolvers: true })
export class PlanReview {
  @Field(() => DateScalar, { description: 'Day on which it was completed.' })
  readonly completedOn!: CivilDate;

  @Field(() => Boolean, { description: 'True when it found that the plan must change.' })
  readonly revisionNeeded!: boolean;

  @Field(() => Text, { nullable: true, description: 'What was found.' })
  readonly note!: Text | null;
}

/** A revision of a plan. */
@ObjectType('PlanRevision', { description: 'A revision of a plan.', simpleResolvers: true })
export class PlanRevision {
  @Field(() => DateScalar, { description: 'Day of the revision.' })
  readonly revisedOn!: CivilDate;

  @Field(() => Boolean, { description: 'True when the councils adopt the plan anew.' })
  readonly readoption!: boolean;

  @Field(() => Text, { description: 'What changed.' })
  readonly summary!: Text;

  @Field(() => Int, { description: 'How many adoptions it put an end to.' })
  readonly adoptionsEnded!: number;
}

/** What took the place of a plan. */
@ObjectType('Supersession', {
  description: 'The plan that took the place of this one.',
  simpleResolvers: true,
})
export class Supersession {
  @Field(() => ID, { description: 'Id of the plan that took its place.' })
  readonly by!: string;

  @Field(() => DateScalar, { description: 'Day on which it did.' })
  readonly supersededOn!: CivilDate;
}

/** Something a plan lacks. */
@ObjectType('PlanFinding', {
  description: 'Something a plan lacks, on a day and by the rules in force for it.',
  simpleResolvers: true,
})
export class PlanFinding {
  @Field(() => String, {
    description:
      'Stable code: `seat-vacant`, `seat-undecided`, `consultation-missing`, ' +
      '`priority-risk-missing`, `strategy-missing`, `measurable-outcome-missing`, or as advice ' +
      '`area-not-covered`, `mostly-incident-response`, `french-text-missing`, `body-ended`.',
  })
  readonly code!: FoundMissing['code'];

  @Field(() => enums.Severity, { description: 'Whether the Act or the framework says so.' })
  readonly severity!: FoundMissing['severity'];

  @Field(() => String, {
    nullable: true,
    description: 'What it is about: the code of a seat, group, area or body, or the id of a risk.',
  })
  readonly subject!: string | null;

  @Field(() => Text, { description: 'The same in a sentence.' })
  readonly message!: Text;
}
