import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/commitment/commands.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  FulfillCommitmentInput,
  MakeCommitmentInput,
  ReassignCommitmentInput,
  ReportCommitmentProgressInput,
  ReviseCommitmentInput,
  WithdrawCommitmentInput,
} from './commitment.inputs.js';
import { loadCommitment } from './commitment.load.js';
import {
  FulfillCommitmentPayload,
  MakeCommitmentPayload,
  ReassignCommitmentPayload,
  ReportCommitmentProgressPayload,
  ReviseCommitmentPayload,
  WithdrawCommitmentPayload,
} from './commitment.payloads.js';

const give = answering('commitment', ({ stream }, context) => loadCommitment(stream, context));

/** Commands about commitments. */
@Resolver()
export class CommitmentMutations {
  @Mutation(() => MakeCommitmentPayload, {
    description: 'Records what a partner undertakes within a strategy of a plan.',
  })
  makeCommitment(
    @Input(() => MakeCommitmentInput) input: MakeCommitmentInput,
    @Ctx() context: RequestContext,
  ): Promise<MakeCommitmentPayload> {
    return give(commands.makeCommitment, input, context);
  }

  @Mutation(() => ReviseCommitmentPayload, {
    description: 'Changes what was undertaken or when it is due.',
  })
  reviseCommitment(
    @Input(() => ReviseCommitmentInput) input: ReviseCommitmentInput,
    @Ctx() context: RequestContext,
  ): Promise<ReviseCommitmentPayload> {
    return give(commands.reviseCommitment, input, context);
  }

  @Mutation(() => ReportCommitmentProgressPayload, {
    description: 'Reports how much of a commitment is done.',
  })
  reportCommitmentProgress(
    @Input(() => ReportCommitmentProgressInput) input: ReportCommitmentProgressInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportCommitmentProgressPayload> {
    return give(commands.reportCommitmentProgress, input, context);
  }

  @Mutation(() => ReassignCommitmentPayload, {
    description: 'Hands a commitment over to another organization.',
  })
  reassignCommitment(
    @Input(() => ReassignCommitmentInput) input: ReassignCommitmentInput,
    @Ctx() context: RequestContext,
  ): Promise<ReassignCommitmentPayload> {
    return give(commands.reassignCommitment, input, context);
  }

  @Mutation(() => FulfillCommitmentPayload, { description: 'Closes a commitment that was kept.' })
  fulfillCommitment(
    @Input(() => FulfillCommitmentInput) input: FulfillCommitmentInput,
    @Ctx() context: RequestContext,
  ): Promise<FulfillCommitmentPayload> {
    return give(commands.fulfillCommitment, input, context);
  }

  @Mutation(() => WithdrawCommitmentPayload, {
    description: 'Closes a commitment that will not be kept.',
  })
  withdrawCommitment(
    @Input(() => WithdrawCommitmentInput) input: WithdrawCommitmentInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawCommitmentPayload> {
    return give(commands.withdrawCommitment, input, context);
  }
}
