import { Field, ID, InputType, Int } from 'type-graphql';
import type { Duty, OrganizationKind, Tier } from '../../domain/organization/events.js';
import { DatedInput, ExtendingInput, Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** Input of `registerOrganization`. */
@InputType({ description: 'Registers a municipality, First Nation, partner or ministry.' })
export class RegisterOrganizationInput extends DatedInput {
  @Id('Its code, for good: lower-case letters and digits, single hyphens between, at most 64.')
  code!: string;

  @Field(() => enums.OrganizationKind, { description: 'What it is.' })
  kind!: OrganizationKind;

  @Field(() => TextInput, { description: 'Its usual name, "Hamilton".' })
  name!: TextInput;

  @Field(() => TextInput, { nullable: true, description: 'Its legal name, "City of Hamilton".' })
  legalName?: TextInput | null;

  @Field(() => enums.Tier, { nullable: true, description: 'Its tier; exactly for a municipality.' })
  tier?: Tier | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the upper-tier municipality that a lower-tier one belongs to.',
  })
  upperTier?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of its census division.' })
  censusDivision?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the list `sectors`; required of a partner.',
  })
  sector?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of its existence; absent when it was there before any period.',
  })
  existsFrom?: string | null;
}

/** A command about a registered organization. */
@InputType()
class OrganizationInput extends ExtendingInput {
  @Id('Code of the organization.')
  organization!: string;
}

/** Input of `renameOrganization`. */
@InputType({ description: 'Renames an organization; its code stays.' })
export class RenameOrganizationInput extends OrganizationInput {
  @Field(() => TextInput, { description: 'Its usual name from now on.' })
  name!: TextInput;

  @Field(() => TextInput, { nullable: true, description: 'Its legal name from now on.' })
  legalName?: TextInput | null;
}

/** Input of `countPopulation`. */
@InputType({ description: 'Records a census count, by which completeness is weighed.' })
export class CountPopulationInput extends OrganizationInput {
  @Field(() => Int, { description: 'Persons counted.' })
  population!: number;

  @Field(() => Int, { description: 'Year of the census.' })
  censusYear!: number;
}

/** Input of `setObligation`. */
@InputType({ description: 'Sets whether an organization must adopt a plan, from a day on.' })
export class SetObligationInput extends OrganizationInput {
  @Field(() => enums.Duty, { description: 'Its duty.' })
  duty!: Duty;

  @Field(() => DateScalar, { description: 'First day of the duty; not before the last one set.' })
  from!: string;

  @Id('Code of the rule that decided, "ministry-faq-question-8".')
  rule!: string;
}

/** Input of `succeedOrganization`. */
@InputType({ description: 'Ends an organization whose place another takes.' })
export class SucceedOrganizationInput extends OrganizationInput {
  @Id('Code of the organization that takes its place.')
  successor!: string;

  @Field(() => DateScalar, { description: 'First day on which it no longer exists.' })
  endedOn!: string;
}
