import { Field, Int, ObjectType } from 'type-graphql';
import type { Absence } from '../../domain/indicator/aggregation.js';
import { enums } from '../enums.js';
import { Organization } from '../organization/organization.object.js';
import { Area } from '../outcome/area.object.js';
import { DateTimeScalar, DecimalScalar, PositionScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import { ObservationVersion } from './observation-version.object.js';
import type { RevisionKind } from './revision-steps.js';
import { ValueDifference } from './value-difference.object.js';

/** What an area read at some position. */
@ObjectType('AreaReading', {
  description: 'What an area read at some position of the record.',
  simpleResolvers: true,
})
export class AreaReading {
  @Field(() => DecimalScalar, { nullable: true, description: 'The value.' })
  readonly value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Exact sum of numerators.' })
  readonly numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Exact sum of denominators.' })
  readonly denominator!: string | null;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no value.' })
  readonly absence!: Absence | null;
}

/** One change of a number after it was first recorded. */
@ObjectType('Revision', {
  description: 'One change of a number after it was first recorded.',
  simpleResolvers: true,
})
export class Revision {
  @Field(() => PositionScalar, { description: 'Position of the event that made it.' })
  readonly position!: number;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Field(() => Organization, { description: 'Organization it was recorded for.' })
  readonly actingFor!: Organization;

  @Field(() => enums.RevisionKind, { description: 'How the number changed.' })
  readonly kind!: RevisionKind;

  @Field(() => Text, {
    nullable: true,
    description: 'Why; null for those who may not read the number.',
  })
  readonly reason!: Text | null;

  @Field(() => ObservationVersion, { nullable: true, description: 'What stood before; or null.' })
  readonly before!: ObservationVersion | null;

  @Field(() => ObservationVersion, { nullable: true, description: 'What stood then; or null.' })
  readonly after!: ObservationVersion | null;

  @Field(() => ValueDifference, { description: 'How far the number moved.' })
  readonly change!: ValueDifference;

  @Field(() => AreaReading, { description: 'What the area read before this change.' })
  readonly areaBefore!: AreaReading;

  @Field(() => AreaReading, { description: 'What the area read after it.' })
  readonly areaAfter!: AreaReading;

  @Field(() => ValueDifference, { description: 'How far it moved what the area reads.' })
  readonly effect!: ValueDifference;
}

/** A number that was revised. */
@ObjectType('RevisedObservation', {
  description: 'A number that was revised: what was first recorded, and every change since.',
  simpleResolvers: true,
})
export class RevisedObservation {
  @Field(() => Organization, { nullable: true, description: 'The body that reports; else null.' })
  readonly organization!: Organization | null;

  @Field(() => Area, { nullable: true, description: 'The area a source published for; else null.' })
  readonly area!: Area | null;

  @Field(() => ObservationVersion, { description: 'What was first recorded.' })
  readonly first!: ObservationVersion;

  @Field(() => [Revision], { description: 'Every change, in order.' })
  readonly revisions!: readonly Revision[];
}

/** What revisions did to an area's number. */
@ObjectType('RevisionSummary', {
  description: 'What revisions did to what an area reads.',
  simpleResolvers: true,
})
export class RevisionSummary {
  @Field(() => enums.Basis, { description: 'Where what the area reads comes from; never BEST.' })
  readonly basis!: 'PUBLISHED' | 'ROLLED_UP';

  @Field(() => Int, { description: 'How many revisions there were.' })
  readonly revisions!: number;

  @Field(() => Int, { description: 'How many bodies revised their number.' })
  readonly bodiesRevised!: number;

  @Field(() => PositionScalar, {
    nullable: true,
    description:
      'Position from which every body expected had answered, or a source had published; null ' +
      'when it has not come yet.',
  })
  readonly firstCompleteAt!: number | null;

  @Field(() => AreaReading, { nullable: true, description: 'What the area read then.' })
  readonly firstComplete!: AreaReading | null;

  @Field(() => AreaReading, { description: 'What it reads now, or in the past asked about.' })
  readonly now!: AreaReading;

  @Field(() => ValueDifference, { description: 'How far it moved since it was first complete.' })
  readonly effect!: ValueDifference;
}
