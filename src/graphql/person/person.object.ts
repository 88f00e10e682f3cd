import { Field, ID, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/authority.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { NoticeKind } from '../../domain/person/events.js';
import type { Language } from '../../domain/text.js';
import { enums } from '../enums.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import { RoleEnum } from '../viewer/role.enum.js';

/** What the hub last decided about a role of a person. */
@ObjectType('PersonRole', {
  description: 'What was last decided about a role of a person in an organization.',
  simpleResolvers: true,
})
export class PersonRole {
  @Field(() => RoleEnum, { description: 'The role.' })
  readonly role!: Role;

  @Field(() => Organization, { description: 'The organization in which it is held.' })
  readonly organization!: Organization;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it holds; null when only a token ever claimed it.',
  })
  readonly from!: CivilDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it holds.' })
  readonly until!: CivilDate | null;

  @Field(() => Boolean, { description: 'True when it was revoked, whatever a token claims.' })
  readonly revoked!: boolean;
}

/** How a person is written to. */
@ObjectType('PersonContact', {
  description: 'How a person is written to, and about what.',
  simpleResolvers: true,
})
export class PersonContact {
  @Field(() => Text, { nullable: true, description: 'E-mail address; null for no mail at all.' })
  readonly address!: Text | null;

  @Field(() => enums.Language, { description: 'Language the person is written to in.' })
  readonly language!: Language;

  @Field(() => [enums.NoticeKind], { description: 'What the person is written about.' })
  readonly notices!: readonly NoticeKind[];
}

/** Somebody who may be granted roles. */
@ObjectType('Person', {
  description: 'Somebody who was invited to the hub, under a pseudonym.',
  simpleResolvers: true,
})
export class Person {
  @Field(() => ID, { description: 'Pseudonym: a keyed hash of issuer and subject.' })
  readonly id!: string;

  @Field(() => Text, { nullable: true, description: 'Name given to the invitation.' })
  readonly name!: Text | null;

  @Field(() => PersonContact, {
    nullable: true,
    description: 'How the person is written to; null before it was ever said.',
  })
  readonly contact!: PersonContact | null;

  @Field(() => [PersonRole], {
    description: 'What was decided about roles, the last word of each.',
  })
  readonly roles!: readonly PersonRole[];
}
