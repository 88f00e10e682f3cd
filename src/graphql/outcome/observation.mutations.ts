import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/observation/commands.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  CorrectObservationInput,
  type ObservationContentInput,
  type ObservationKeyInput,
  RecordObservationInput,
  WithdrawObservationInput,
} from './observation.inputs.js';
import {
  CorrectPublishedObservationInput,
  RecordPublishedObservationInput,
  WithdrawPublishedObservationInput,
} from './published-observation.inputs.js';
import { loadObservation, type ObservationKey } from './observation.load.js';
import {
  CorrectObservationPayload,
  CorrectPublishedObservationPayload,
  RecordObservationPayload,
  RecordPublishedObservationPayload,
  WithdrawObservationPayload,
  WithdrawPublishedObservationPayload,
} from './observation.payloads.js';

const give = answering('observation', ({ events }, context) =>
  loadObservation(events.at(-1)?.data as ObservationKey, context),
);

/** The input with its defaults. */
const keyOf = <I extends ObservationKeyInput>(input: I) => ({
  ...input,
  categories: input.categories ?? [],
});

/** The same of an input that says something. */
const contentOf = <I extends ObservationContentInput>(input: I) => ({
  ...keyOf(input),
  status: input.status ?? 'REPORTED',
  flags: input.flags ?? [],
});

/** Commands about observations. */
@Resolver()
export class ObservationMutations {
  @Mutation(() => RecordObservationPayload, {
    description: 'Records what a body observed for a period.',
  })
  recordObservation(
    @Input(() => RecordObservationInput) input: RecordObservationInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordObservationPayload> {
    return give(commands.recordObservation, contentOf(input), context);
  }

  @Mutation(() => CorrectObservationPayload, { description: 'Corrects what a body observed.' })
  correctObservation(
    @Input(() => CorrectObservationInput) input: CorrectObservationInput,
    @Ctx() context: RequestContext,
  ): Promise<CorrectObservationPayload> {
    return give(commands.correctObservation, contentOf(input), context);
  }

  @Mutation(() => WithdrawObservationPayload, { description: 'Withdraws what a body observed.' })
  withdrawObservation(
    @Input(() => WithdrawObservationInput) input: WithdrawObservationInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawObservationPayload> {
    return give(commands.withdrawObservation, keyOf(input), context);
  }

  @Mutation(() => RecordPublishedObservationPayload, {
    description: 'Records what a source published for a reference area.',
  })
  recordPublishedObservation(
    @Input(() => RecordPublishedObservationInput) input: RecordPublishedObservationInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordPublishedObservationPayload> {
    return give(commands.recordPublishedObservation, contentOf(input), context);
  }

  @Mutation(() => CorrectPublishedObservationPayload, {
    description: 'Corrects what a source published for a reference area.',
  })
  correctPublishedObservation(
    @Input(() => CorrectPublishedObservationInput) input: CorrectPublishedObservationInput,
    @Ctx() context: RequestContext,
  ): Promise<CorrectPublishedObservationPayload> {
    return give(commands.correctPublishedObservation, contentOf(input), context);
  }

  @Mutation(() => WithdrawPublishedObservationPayload, {
    description: 'Withdraws what a source published for a reference area.',
  })
  withdrawPublishedObservation(
    @Input(() => WithdrawPublishedObservationInput) input: WithdrawPublishedObservationInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawPublishedObservationPayload> {
    return give(commands.withdrawPublishedObservation, keyOf(input), context);
  }
}
