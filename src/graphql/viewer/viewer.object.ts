import { Field, ID, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/authority.js';
import { RoleEnum } from './role.enum.js';

/** Who asks. */
@ObjectType('Viewer', { description: 'Who asks, as the token says.', simpleResolvers: true })
export class Viewer {
  @Field(() => RoleEnum, { description: 'What the caller may do.' })
  readonly role!: Role;

  @Field(() => [ID], { description: 'Codes of the organizations the caller belongs to.' })
  readonly organizations!: readonly string[];
}
