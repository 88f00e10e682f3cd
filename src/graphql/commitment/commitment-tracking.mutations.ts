import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/commitment/tracking-commands.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import * as inputs from './commitment-tracking.inputs.js';
import * as payloads from './commitment-tracking.payloads.js';
import { loadCommitment } from './commitment.load.js';

const give = answering('commitment', ({ stream }, context) => loadCommitment(stream, context));

/** Cents in a decimal; 0, which the domain refuses, unless they are whole. */
const wholeCents = (amount: string): number => (/^\d{1,15}$/.test(amount) ? Number(amount) : 0);

/** Commands about who answers for a commitment and how it comes along. */
@Resolver()
export class CommitmentTrackingMutations {
  @Mutation(() => payloads.NameCommitmentResponsiblePayload, {
    description: 'Names who answers for a commitment: a person, a position, or both.',
  })
  nameCommitmentResponsible(
    @Input(() => inputs.NameCommitmentResponsibleInput)
    input: inputs.NameCommitmentResponsibleInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.NameCommitmentResponsiblePayload> {
    return give(commands.nameCommitmentResponsible, input, context);
  }

  @Mutation(() => payloads.PledgeCommitmentResourcePayload, {
    description: 'Records what a partner puts into a commitment.',
  })
  pledgeCommitmentResource(
    @Input(() => inputs.PledgeCommitmentResourceInput)
    input: inputs.PledgeCommitmentResourceInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.PledgeCommitmentResourcePayload> {
    const { amountCents, ...rest } = input;
    const cents = amountCents == null ? amountCents : wholeCents(amountCents);
    return give(commands.pledgeCommitmentResource, { ...rest, amountCents: cents }, context);
  }

  @Mutation(() => payloads.WithdrawCommitmentResourcePayload, {
    description: 'Takes a pledged resource back.',
  })
  withdrawCommitmentResource(
    @Input(() => inputs.WithdrawCommitmentResourceInput)
    input: inputs.WithdrawCommitmentResourceInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.WithdrawCommitmentResourcePayload> {
    return give(commands.withdrawCommitmentResource, input, context);
  }

  @Mutation(() => payloads.LinkCommitmentEvidencePayload, {
    description: 'Links what shows that a commitment is being kept.',
  })
  linkCommitmentEvidence(
    @Input(() => inputs.LinkCommitmentEvidenceInput)
    input: inputs.LinkCommitmentEvidenceInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.LinkCommitmentEvidencePayload> {
    return give(commands.linkCommitmentEvidence, input, context);
  }

  @Mutation(() => payloads.DeclareCommitmentStatusPayload, {
    description: 'Declares a commitment on track, or at risk for a reason.',
  })
  declareCommitmentStatus(
    @Input(() => inputs.DeclareCommitmentStatusInput)
    input: inputs.DeclareCommitmentStatusInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.DeclareCommitmentStatusPayload> {
    return give(commands.declareCommitmentStatus, input, context);
  }

  @Mutation(() => payloads.SetCommitmentMilestonePayload, {
    description: 'Sets a step on the way of a commitment, with its day.',
  })
  setCommitmentMilestone(
    @Input(() => inputs.SetCommitmentMilestoneInput)
    input: inputs.SetCommitmentMilestoneInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.SetCommitmentMilestonePayload> {
    return give(commands.setCommitmentMilestone, input, context);
  }

  @Mutation(() => payloads.MoveCommitmentMilestonePayload, {
    description: 'Moves a milestone to another day.',
  })
  moveCommitmentMilestone(
    @Input(() => inputs.MoveCommitmentMilestoneInput)
    input: inputs.MoveCommitmentMilestoneInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.MoveCommitmentMilestonePayload> {
    return give(commands.moveCommitmentMilestone, input, context);
  }

  @Mutation(() => payloads.ReachCommitmentMilestonePayload, {
    description: 'Records that a milestone was reached.',
  })
  reachCommitmentMilestone(
    @Input(() => inputs.ReachCommitmentMilestoneInput)
    input: inputs.ReachCommitmentMilestoneInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.ReachCommitmentMilestonePayload> {
    return give(commands.reachCommitmentMilestone, input, context);
  }

  @Mutation(() => payloads.DropCommitmentMilestonePayload, {
    description: 'Gives up a milestone.',
  })
  dropCommitmentMilestone(
    @Input(() => inputs.DropCommitmentMilestoneInput)
    input: inputs.DropCommitmentMilestoneInput,
    @Ctx() context: RequestContext,
  ): Promise<payloads.DropCommitmentMilestonePayload> {
    return give(commands.dropCommitmentMilestone, input, context);
  }
}
