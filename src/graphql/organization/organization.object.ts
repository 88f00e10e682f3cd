import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Duty, OrganizationKind, Tier } from '../../domain/organization/events.js';
import { enums } from '../enums.js';
import { Node } from '../node.object.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** A duty to plan, from a day on. */
@ObjectType('Obligation', {
  description: 'Whether an organization must plan, from a day on.',
  simpleResolvers: true,
})
export class Obligation {
  @Field(() => enums.Duty, { description: 'What it must do.' })
  readonly duty!: Duty;

  @Field(() => DateScalar, { description: 'First day on which the duty holds.' })
  readonly from!: CivilDate;
}

/** An organization as of a position. */
@ObjectType('Organization', {
  description: 'A municipality, First Nation, partner or ministry.',
  implements: Node,
  simpleResolvers: true,
})
export class Organization extends Node {
  @Field(() => ID, { description: 'Stable code by which arguments name it, "3525005".' })
  readonly code!: string;

  @Field(() => enums.OrganizationKind, {
    nullable: true,
    description: 'What it is; null when its registration stands recorded in error.',
  })
  readonly kind!: OrganizationKind | null;

  @Field(() => Text, { description: 'Short name.' })
  readonly name!: Text;

  @Field(() => Text, { nullable: true, description: 'Full legal name, "City of Hamilton".' })
  readonly legalName!: Text | null;

  @Field(() => enums.Tier, { nullable: true, description: 'Tier, for a municipality.' })
  readonly tier!: Tier | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The upper-tier municipality a lower-tier one belongs to.',
  })
  readonly upperTier!: Organization | null;

  @Field(() => ID, { nullable: true, description: 'Code of its census division.' })
  readonly censusDivision!: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of the scheme `sectors`, for a partner.' })
  readonly sector!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of its existence; null when it was there before any period.',
  })
  readonly existsFrom!: CivilDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it ended.' })
  readonly endedOn!: CivilDate | null;

  @Field(() => Organization, { nullable: true, description: 'What took its place when it ended.' })
  readonly successor!: Organization | null;

  @Field(() => Int, { nullable: true, description: 'Persons in the newest census counted.' })
  readonly population!: number | null;

  @Field(() => Int, { nullable: true, description: 'Year of that census.' })
  readonly censusYear!: number | null;

  @Field(() => [Obligation], { description: 'Its duties to plan, oldest first.' })
  readonly obligations!: readonly Obligation[];
}
