import { Field, ID, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { PlanRole as Role } from '../../domain/plan/organizing-events.js';
import { enums } from '../enums.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** Who holds a role or a seat. */
@ObjectType({ simpleResolvers: true })
abstract class Holder {
  @Field(() => Organization, { nullable: true, description: 'The organization that holds it.' })
  readonly organization!: Organization | null;

  @Field(() => Text, { nullable: true, description: 'The office that holds it.' })
  readonly office!: Text | null;
}

/** A role of a plan and who holds or held it. */
@ObjectType('PlanRoleHeld', {
  description: 'A role of a plan, and the organization or office that holds or held it.',
  simpleResolvers: true,
})
export class PlanRoleHeld extends Holder {
  @Field(() => ID, { description: 'Id of the role in its plan.' })
  readonly id!: string;

  @Field(() => enums.PlanRole, { description: 'Which role.' })
  readonly role!: Role;

  @Field(() => DateScalar, { description: 'Day from which it is held.' })
  readonly from!: CivilDate;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer was.' })
  readonly endedOn!: CivilDate | null;
}

/** A seat of the advisory committee as a member holds or held it. */
@ObjectType('CommitteeSeat', {
  description: 'A seat of the advisory committee that a member holds or held.',
  simpleResolvers: true,
})
export class CommitteeSeat {
  @Field(() => ID, { description: 'Code of the scheme `committee-seats`.' })
  readonly seat!: string;

  @Field(() => Text, { description: 'Name of the seat in the code list.' })
  readonly name!: Text;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it was empty.' })
  readonly vacatedOn!: CivilDate | null;
}

/** A member of the advisory committee. */
@ObjectType('CommitteeMember', {
  description: 'A member of the advisory committee: an organization or office, not a person.',
  simpleResolvers: true,
})
export class CommitteeMember extends Holder {
  @Field(() => ID, { description: 'Id of the member in the plan.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'Day from which it sits on the committee.' })
  readonly filledOn!: CivilDate;

  @Field(() => [CommitteeSeat], { description: 'Its seats, one or several.' })
  readonly seats!: readonly CommitteeSeat[];
}

/** A consultation that was held. */
@ObjectType('Consultation', {
  description: 'A consultation held while a plan was prepared.',
  simpleResolvers: true,
})
export class Consultation {
  @Field(() => ID, { description: 'Id of the consultation in the plan.' })
  readonly id!: string;

  @Field(() => [ID], { description: 'Codes of the scheme `consultation-groups`.' })
  readonly groups!: readonly string[];

  @Field(() => [Text], { description: 'Names of those groups, in the same order.' })
  readonly groupNames!: readonly Text[];

  @Field(() => DateScalar, { description: 'Day on which it was held.' })
  readonly heldOn!: CivilDate;

  @Field(() => Text, { nullable: true, description: 'What was heard.' })
  readonly summary!: Text | null;
}

/** A protective factor identified in a plan. */
@ObjectType('ProtectiveFactor', {
  description: 'Something that protects a community from its risks.',
  simpleResolvers: true,
})
export class ProtectiveFactor {
  @Field(() => ID, { description: 'Id of the factor in the plan.' })
  readonly id!: string;

  @Field(() => ID, { description: 'Code of the scheme `protective-factors`.' })
  readonly code!: string;

  @Field(() => Text, { description: 'Name of the factor in the code list.' })
  readonly name!: Text;

  @Field(() => [ID], { description: 'Ids of the risks it protects from.' })
  readonly riskIds!: readonly string[];

  @Field(() => Text, { nullable: true, description: 'What it is like here.' })
  readonly narrative!: Text | null;
}

/** A planner whom the Minister appointed. */
@ObjectType('AppointedPlanner', {
  description: "A planner whom the Minister appointed at a body's expense.",
  simpleResolvers: true,
})
export class AppointedPlanner extends Holder {
  @Field(() => Organization, { description: 'The body for which the planner acts.' })
  readonly body!: Organization;

  @Field(() => DateScalar, { description: 'Day of the appointment.' })
  readonly appointedOn!: CivilDate;
}

/** What a body sent the ministry in place of an adopted plan. */
@ObjectType('InterimSubmission', {
  description: 'What a body sent the ministry in place of an adopted plan.',
  simpleResolvers: true,
})
export class InterimSubmission {
  @Field(() => Organization, { description: 'The body that filed it.' })
  readonly body!: Organization;

  @Field(() => DateScalar, { description: 'Day on which it was filed.' })
  readonly filedOn!: CivilDate;

  @Field(() => Text, { nullable: true, description: 'What it was about.' })
  readonly note!: Text | null;
}
