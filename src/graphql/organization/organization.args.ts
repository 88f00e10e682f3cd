import { ArgsType, Field, InputType } from 'type-graphql';
import type { Duty, OrganizationKind, Tier } from '../../domain/organization/events.js';
import { enums } from '../enums.js';
import { ListArgs, RegionField } from '../list.args.js';

/** Which organizations are wanted. */
@InputType('OrganizationFilter', {
  description: 'Which organizations are wanted; every field narrows it down.',
})
export class OrganizationFilterInput {
  @Field(() => enums.OrganizationKind, { nullable: true, description: 'Of this kind.' })
  readonly kind?: OrganizationKind | null;

  @Field(() => enums.Tier, { nullable: true, description: 'Municipalities of this tier.' })
  readonly tier?: Tier | null;

  @Field(() => enums.Duty, {
    nullable: true,
    description: 'With this duty to plan, today or on the day of asOf.',
  })
  readonly duty?: Duty | null;

  @RegionField()
  readonly region?: string | null;
}

/** Arguments of `organizations`. */
@ArgsType()
export class OrganizationsArgs extends ListArgs {
  @Field(() => OrganizationFilterInput, { nullable: true, description: 'Which; all without it.' })
  readonly filter?: OrganizationFilterInput | null;
}
