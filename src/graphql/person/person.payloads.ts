import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Person } from './person.object.js';

/** What a command about a person answers. */
@ObjectType({ simpleResolvers: true })
class PersonPayload extends CommandPayload {
  @Field(() => Person, {
    nullable: true,
    description: 'The person with the roles as they now are; null exactly when refused.',
  })
  readonly person!: Person | null;
}

/** Answer of `invitePerson`. */
@ObjectType({ description: 'What became of `invitePerson`.' })
export class InvitePersonPayload extends PersonPayload {}

/** Answer of `grantRole`. */
@ObjectType({ description: 'What became of `grantRole`.' })
export class GrantRolePayload extends PersonPayload {}

/** Answer of `revokeRole`. */
@ObjectType({ description: 'What became of `revokeRole`.' })
export class RevokeRolePayload extends PersonPayload {}

/** Answer of `setPersonContact`. */
@ObjectType({ description: 'What became of `setPersonContact`.' })
export class SetPersonContactPayload extends PersonPayload {}
