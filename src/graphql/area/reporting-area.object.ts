import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AreaKind } from '../../domain/area/events.js';
import type { CivilDate } from '../../domain/civil-date.js';
import { enums } from '../enums.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** Where a reporting area lies from a day on. */
@ObjectType('AreaBoundaries', {
  description: 'Where a reporting area lies from a day on.',
  simpleResolvers: true,
})
export class AreaBoundaries {
  @Field(() => DateScalar, { description: 'First day of these boundaries.' })
  readonly from!: CivilDate;

  @Field(() => [Organization], { description: 'Bodies that lie in it as a whole.' })
  readonly members!: readonly Organization[];

  @Field(() => [Organization], { description: 'Bodies only a part of which lies in it.' })
  readonly crosses!: readonly Organization[];

  @Field(() => String, { description: 'How codes were matched; never by name.' })
  readonly method!: string;

  @Field(() => Text, { description: 'Publisher and table of the crosswalk.' })
  readonly source!: Text;

  @Field(() => Int, { nullable: true, description: 'Persons the source counts in it.' })
  readonly population!: number | null;
}

/** An area that reports as bodies do, a police service's for instance. */
@ObjectType('ReportingArea', {
  description: 'An area that reports as bodies do, that of a police service for instance.',
  simpleResolvers: true,
})
export class ReportingArea {
  @Field(() => ID, { description: 'Its code.' })
  readonly code!: string;

  @Field(() => enums.AreaKind, { description: 'What it is the area of.' })
  readonly kind!: AreaKind;

  @Field(() => Text, { description: 'Its name.' })
  readonly name!: Text;

  @Field(() => [AreaBoundaries], { description: 'All boundaries it ever had, oldest first.' })
  readonly boundaries!: readonly AreaBoundaries[];

  @Field(() => DateScalar, { nullable: true, description: 'First day it no longer exists.' })
  readonly endedOn!: CivilDate | null;

  @Field(() => ID, { nullable: true, description: 'Code of the area that took its place.' })
  readonly successor!: string | null;
}
