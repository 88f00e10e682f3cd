import { Field, ObjectType } from 'type-graphql';
import { Commitment } from '../commitment/commitment.object.js';
import { CommandPayload } from '../command.payloads.js';
import { Organization } from './organization.object.js';

/** What a command about an organization answers. */
@ObjectType({ simpleResolvers: true })
class OrganizationPayload extends CommandPayload {
  @Field(() => Organization, {
    nullable: true,
    description: 'The organization as it now stands; null exactly when refused.',
  })
  readonly organization!: Organization | null;
}

/** Answer of `registerOrganization`. */
@ObjectType({ description: 'What became of `registerOrganization`.' })
export class RegisterOrganizationPayload extends OrganizationPayload {}

/** Answer of `renameOrganization`. */
@ObjectType({ description: 'What became of `renameOrganization`.' })
export class RenameOrganizationPayload extends OrganizationPayload {}

/** Answer of `countPopulation`. */
@ObjectType({ description: 'What became of `countPopulation`.' })
export class CountPopulationPayload extends OrganizationPayload {}

/** Answer of `setObligation`. */
@ObjectType({ description: 'What became of `setObligation`.' })
export class SetObligationPayload extends OrganizationPayload {}

/** Answer of `succeedOrganization`. */
@ObjectType({ description: 'What became of `succeedOrganization`.' })
export class SucceedOrganizationPayload extends OrganizationPayload {
  @Field(() => [Commitment], {
    description:
      'Warning: active commitments it leaves behind, at most 500. Hand them over with ' +
      '`handOverCommitments`.',
  })
  readonly leftBehind!: readonly Commitment[];
}
