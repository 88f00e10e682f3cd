import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { PlanRole } from '../../domain/plan/organizing-events.js';
import { Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';
import { PlanInput } from './plan.inputs.js';

/** A command that names who holds something: an organization, an office, or both. */
@InputType()
export class HolderInput extends PlanInput {
  @Field(() => ID, { nullable: true, description: 'Code of the organization that holds it.' })
  organization?: string | null;

  @Field(() => TextInput, {
    nullable: true,
    description: 'Office that holds it, "Manager of social planning"; never the name of a person.',
  })
  office?: TextInput | null;
}

/** Input of `assignPlanRole`. */
@InputType({ description: 'Gives a role of a plan to an organization or office.' })
export class AssignPlanRoleInput extends HolderInput {
  @Field(() => enums.PlanRole, { description: 'Which role.' })
  role!: PlanRole;

  @Field(() => DateScalar, { description: 'Day from which it is held; not in the future.' })
  from!: string;
}

/** Input of `endPlanRole`. */
@InputType({ description: 'Ends the holding of a role.' })
export class EndPlanRoleInput extends PlanInput {
  @Id('Id of the role in the plan.')
  roleId!: string;

  @Field(() => DateScalar, { description: 'First day on which it is not held any more.' })
  endedOn!: string;

  @Field(() => TextInput, { description: 'Why it ends.' })
  reason!: TextInput;
}

/** Input of `fillCommitteeSeats`. */
@InputType({ description: 'Fills seats of the advisory committee.' })
export class FillCommitteeSeatsInput extends HolderInput {
  @Field(() => [ID], { description: 'Codes of the list `committee-seats`, at least one.' })
  @ArrayMaxSize(50)
  @MaxLength(64, { each: true })
  seats!: string[];

  @Field(() => DateScalar, { description: 'Day from which they are held; not in the future.' })
  filledOn!: string;
}

/** Input of `vacateCommitteeSeats`. */
@InputType({ description: 'Vacates seats of the advisory committee.' })
export class VacateCommitteeSeatsInput extends PlanInput {
  @Id('Id of the member of the committee.')
  memberId!: string;

  @Field(() => [ID], { description: 'Codes of the seats it gives up, of those it holds.' })
  @ArrayMaxSize(50)
  @MaxLength(64, { each: true })
  seats!: string[];

  @Field(() => DateScalar, { description: 'First day on which they are not held any more.' })
  vacatedOn!: string;

  @Field(() => TextInput, { description: 'Why they are given up.' })
  reason!: TextInput;
}

/** Input of `exemptCommitteeSeat`. */
@InputType({ description: 'Leaves a conditional seat empty.' })
export class ExemptCommitteeSeatInput extends PlanInput {
  @Id('Code of the list `committee-seats`, of a seat required where there is such a service.')
  seat!: string;

  @Field(() => TextInput, { description: 'What was found about the service.' })
  reason!: TextInput;
}

/** Input of `recordConsultation`. */
@InputType({ description: 'Records that groups were consulted.' })
export class RecordConsultationInput extends PlanInput {
  @Field(() => [ID], { description: 'Codes of the list `consultation-groups`, at least one.' })
  @ArrayMaxSize(50)
  @MaxLength(64, { each: true })
  groups!: string[];

  @Field(() => DateScalar, { description: 'Day on which it was held; not in the future.' })
  heldOn!: string;

  @Field(() => TextInput, { nullable: true, description: 'What was heard, without names.' })
  summary?: TextInput | null;
}

/** Input of `describeRisk`. */
@InputType({ description: 'Says whom a risk concerns and what shows it; said anew, it replaces.' })
export class DescribeRiskInput extends PlanInput {
  @Id('Id of the risk.')
  riskId!: string;

  @Field(() => [ID], { description: 'Codes of the list `vulnerable-groups`.' })
  @ArrayMaxSize(50)
  @MaxLength(64, { each: true })
  vulnerableGroups!: string[];

  @Field(() => TextInput, { nullable: true, description: 'Source of the evidence.' })
  evidence?: TextInput | null;
}

/** Input of `identifyProtectiveFactor`. */
@InputType({ description: 'Identifies a protective factor of the community.' })
export class IdentifyProtectiveFactorInput extends PlanInput {
  @Id('Code of the protective factor, of the list `protective-factors` in force.')
  code!: string;

  @Field(() => [ID], { description: 'Ids of the risks of the plan that it protects from.' })
  @ArrayMaxSize(500)
  @MaxLength(64, { each: true })
  risks!: string[];

  @Field(() => TextInput, { nullable: true, description: 'What it is like here.' })
  narrative?: TextInput | null;
}
