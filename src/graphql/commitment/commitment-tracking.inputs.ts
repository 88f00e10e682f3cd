import { Field, ID, InputType } from 'type-graphql';
import type {
  EvidenceKind,
  Outlook,
  ResourceKind,
} from '../../domain/commitment/tracking-events.js';
import { Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar, DecimalScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';
import { CommitmentInput } from './commitment.inputs.js';

const why = { description: 'Why.' };

/** Input of `nameCommitmentResponsible`. */
@InputType({ description: 'Names who answers for a commitment from now on.' })
export class NameCommitmentResponsibleInput extends CommitmentInput {
  @Field(() => ID, { nullable: true, description: 'Pseudonym of a person who was invited.' })
  person?: string | null;

  @Field(() => TextInput, {
    nullable: true,
    description: 'A position, "Manager of outreach"; kept sealed, at most 300 characters.',
  })
  position?: TextInput | null;

  @Field(() => TextInput, { nullable: true, ...why })
  reason?: TextInput | null;
}

/** Input of `pledgeCommitmentResource`. */
@InputType({ description: 'Pledges money, something in kind, or both.' })
export class PledgeCommitmentResourceInput extends CommitmentInput {
  @Field(() => enums.ResourceKind, { description: 'What it is.' })
  kind!: ResourceKind;

  @Field(() => DecimalScalar, { nullable: true, description: 'Amount of money in whole cents.' })
  amountCents?: string | null;

  @Field(() => TextInput, {
    nullable: true,
    description: 'What is given in kind, or what the money is for; at most 1000 characters.',
  })
  description?: TextInput | null;
}

/** Input of `withdrawCommitmentResource`. */
@InputType({ description: 'Takes a pledged resource back.' })
export class WithdrawCommitmentResourceInput extends CommitmentInput {
  @Id('Id of the resource within the commitment.')
  resourceId!: string;

  @Field(() => TextInput, why)
  reason!: TextInput;
}

/** Input of `linkCommitmentEvidence`. */
@InputType({ description: 'Links what shows that a commitment is being kept.' })
export class LinkCommitmentEvidenceInput extends CommitmentInput {
  @Field(() => String, { description: 'Where it is on the Web; https only.' })
  url!: string;

  @Field(() => TextInput, { description: 'Its title, at most 300 characters.' })
  title!: TextInput;

  @Field(() => enums.EvidenceKind, { description: 'What it is.' })
  kind!: EvidenceKind;

  @Field(() => DateScalar, { description: 'Day it is from; not in the future.' })
  datedOn!: string;
}

/** Input of `declareCommitmentStatus`. */
@InputType({ description: 'Declares how a commitment stands.' })
export class DeclareCommitmentStatusInput extends CommitmentInput {
  @Field(() => enums.Outlook, { description: 'How it stands.' })
  outlook!: Outlook;

  @Field(() => DateScalar, {
    description: 'Day it is said for: not in the future, nor before the last one.',
  })
  declaredOn!: string;

  @Field(() => TextInput, { nullable: true, description: 'Why; required for a risk.' })
  reason?: TextInput | null;
}

/** Input of `setCommitmentMilestone`. */
@InputType({ description: 'Sets a step on the way of a commitment.' })
export class SetCommitmentMilestoneInput extends CommitmentInput {
  @Field(() => TextInput, { description: 'What is to be reached, at most 300 characters.' })
  name!: TextInput;

  @Field(() => DateScalar, { description: 'Day by which it is to be reached.' })
  dueOn!: string;
}

/** A command about a milestone that was set. */
@InputType()
class MilestoneInput extends CommitmentInput {
  @Id('Id of the milestone within the commitment.')
  milestoneId!: string;
}

/** Input of `moveCommitmentMilestone`. */
@InputType({ description: 'Moves a milestone to another day.' })
export class MoveCommitmentMilestoneInput extends MilestoneInput {
  @Field(() => DateScalar, { description: 'Day by which it is now to be reached.' })
  dueOn!: string;

  @Field(() => TextInput, why)
  reason!: TextInput;
}

/** Input of `reachCommitmentMilestone`. */
@InputType({ description: 'Records that a milestone was reached.' })
export class ReachCommitmentMilestoneInput extends MilestoneInput {
  @Field(() => DateScalar, { description: 'Day on which it was reached; not in the future.' })
  reachedOn!: string;
}

/** Input of `dropCommitmentMilestone`. */
@InputType({ description: 'Gives up a milestone.' })
export class DropCommitmentMilestoneInput extends MilestoneInput {
  @Field(() => TextInput, why)
  reason!: TextInput;
}
