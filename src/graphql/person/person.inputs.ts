import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/authority.js';
import type { NoticeKind } from '../../domain/person/events.js';
import type { Language } from '../../domain/text.js';
import { ExtendingInput, Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';
import { RoleEnum } from '../viewer/role.enum.js';

/** Input of `invitePerson`. */
@InputType({ description: 'Invites a person, named by `person` or by `subject`.' })
export class InvitePersonInput extends ExtendingInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Pseudonym that `viewer` shows to a person who signed in.',
  })
  person?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Subject under which the OpenID provider knows the person. It is not kept.',
  })
  @MaxLength(255)
  subject?: string | null;

  @Field(() => TextInput, {
    nullable: true,
    description: 'Name for those who grant roles; kept sealed, at most 200 characters.',
  })
  name?: TextInput | null;
}

/** A command about a role of a person who was invited. */
@InputType()
class PersonRoleInput extends ExtendingInput {
  @Id('Pseudonym of the person.')
  person!: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Id('Code of the organization; of an adviser also that of a census division.')
  organization!: string;
}

/** Input of `grantRole`. */
@InputType({ description: 'Grants a role in an organization; a further grant changes its days.' })
export class GrantRoleInput extends PersonRoleInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it holds; today without it.',
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it holds; no end without it.',
  })
  until?: string | null;
}

/** Input of `revokeRole`. */
@InputType({ description: 'Revokes a role, granted here or claimed by a token.' })
export class RevokeRoleInput extends PersonRoleInput {
  @Field(() => TextInput, { description: 'Why it is revoked.' })
  reason!: TextInput;
}

/** Input of `setPersonContact`. */
@InputType({ description: 'How a person is written to; it replaces what was set before.' })
export class SetPersonContactInput extends ExtendingInput {
  @Id('Pseudonym of the person; everybody may name themselves, administrators anybody.')
  person!: string;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address, kept sealed; without it the person is not written to.',
  })
  @MaxLength(1000)
  address?: string | null;

  @Field(() => enums.Language, { description: 'Language to write in.' })
  language!: Language;

  @Field(() => [enums.NoticeKind], { description: 'What to write about.' })
  @ArrayMaxSize(10)
  notices!: NoticeKind[];
}
