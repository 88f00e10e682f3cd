import { Field, ID, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/authority.js';
import { RoleEnum } from './role.enum.js';

/** A role the caller could ask in. */
@ObjectType('Membership', {
  description: 'A role the caller holds, which the header `jalon-role` chooses.',
  simpleResolvers: true,
})
export class Membership {
  @Field(() => RoleEnum, { description: 'The role.' })
  readonly role!: Role;

  @Field(() => [ID], { description: 'Codes of the organizations in which it is held.' })
  readonly organizations!: readonly string[];
}

/** Who asks. */
@ObjectType('Viewer', { description: 'Who asks, as the token says.', simpleResolvers: true })
export class Viewer {
  @Field(() => RoleEnum, { description: 'What the caller may do.' })
  readonly role!: Role;

  @Field(() => [ID], { description: 'Codes of the organizations the caller belongs to.' })
  readonly organizations!: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description: 'The organization the caller asks to act for, by the header `jalon-acting-for`.',
  })
  readonly actingFor!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Pseudonym by which an administrator grants the caller roles; null without a token of an ' +
      'OpenID provider.',
  })
  readonly person!: string | null;

  @Field(() => [Membership], {
    description: 'Every role the caller could ask in, the farthest-reaching first.',
  })
  readonly memberships!: readonly Membership[];
}
