import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** A number of days or years that the law gives. */
@ObjectType('StatutoryTerm', {
  description: 'A number of days or years, and since when it is the rule.',
  simpleResolvers: true,
})
export class StatutoryTerm {
  @Field(() => DateScalar, { description: 'Day on which the rule came into force.' })
  readonly from!: CivilDate;

  @Field(() => Int, { description: 'How many.' })
  readonly amount!: number;
}

/** A seat that an advisory committee must have. */
@ObjectType('RequiredSeat', {
  description: 'A seat that an advisory committee must have.',
  simpleResolvers: true,
})
export class RequiredSeat {
  @Field(() => ID, { description: 'Code of the scheme `committee-seats`.' })
  readonly seat!: string;

  @Field(() => Text, { description: 'Name of the seat in the code list.' })
  readonly name!: Text;

  @Field(() => Boolean, { description: 'True when only required where there is such a service.' })
  readonly whereItExists!: boolean;
}

/** A group that must be consulted. */
@ObjectType('RequiredConsultation', {
  description: 'A group that must be consulted.',
  simpleResolvers: true,
})
export class RequiredConsultation {
  @Field(() => ID, { description: 'Code of the scheme `consultation-groups`.' })
  readonly group!: string;

  @Field(() => Text, { description: 'Name of the group in the code list.' })
  readonly name!: Text;
}

/** The rules by which a plan is judged whose last council adopts it on a day. */
@ObjectType('StatutoryRules', {
  description:
    'The rules by which a plan is judged that its last council adopts on a day, or that is ' +
    'not adopted yet on that day. A later change leaves them as they are.',
  simpleResolvers: true,
})
export class StatutoryRules {
  @Field(() => DateScalar, { description: 'The day.' })
  readonly on!: CivilDate;

  @Field(() => DateScalar, { description: 'Day by which obliged bodies were first to adopt.' })
  readonly firstAdoptionBy!: CivilDate;

  @Field(() => StatutoryTerm, {
    nullable: true,
    description: 'Days after adoption within which a plan is published; null without a rule.',
  })
  readonly publicationDays!: StatutoryTerm | null;

  @Field(() => StatutoryTerm, {
    nullable: true,
    description: 'Years after adoption or the last review within which it is reviewed.',
  })
  readonly reviewYears!: StatutoryTerm | null;

  @Field(() => [RequiredSeat], { description: 'Seats of the advisory committee.' })
  readonly committeeSeats!: readonly RequiredSeat[];

  @Field(() => [RequiredConsultation], { description: 'Groups to consult.' })
  readonly consultations!: readonly RequiredConsultation[];

  @Field(() => [String], {
    description:
      'What a plan contains: `priority-risk`, `strategy-per-priority-risk`, ' +
      '`measurable-outcome-per-priority-risk`.',
  })
  readonly content!: readonly string[];
}
