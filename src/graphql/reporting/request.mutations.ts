import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/request/commands.js';
import { openReading } from '../as-of.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  ProvideInformationPayload,
  RequestInformationPayload,
  WithdrawInformationRequestPayload,
} from './reporting.payloads.js';
import { buildRequest } from './request.build.js';
import {
  ProvideInformationInput,
  RequestInformationInput,
  WithdrawInformationRequestInput,
} from './request.inputs.js';
import { readRequests } from './request.load.js';

const give = answering('informationRequest', async ({ stream }, context) => {
  const reading = await openReading(undefined, context);
  const request = (await readRequests(reading)).find(({ id }) => id === stream);
  return request === undefined ? null : buildRequest(request.document, context.today, reading);
});

/** Commands about what the ministry asks besides reports. */
@Resolver()
export class RequestMutations {
  @Mutation(() => RequestInformationPayload, { description: 'Asks organizations for information.' })
  requestInformation(
    @Input(() => RequestInformationInput) input: RequestInformationInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestInformationPayload> {
    return give(commands.requestInformation, input, context);
  }

  @Mutation(() => ProvideInformationPayload, { description: 'Answers a request for information.' })
  provideInformation(
    @Input(() => ProvideInformationInput) input: ProvideInformationInput,
    @Ctx() context: RequestContext,
  ): Promise<ProvideInformationPayload> {
    return give(commands.provideInformation, input, context);
  }

  @Mutation(() => WithdrawInformationRequestPayload, {
    description: 'Withdraws a request for information.',
  })
  withdrawInformationRequest(
    @Input(() => WithdrawInformationRequestInput) input: WithdrawInformationRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawInformationRequestPayload> {
    return give(commands.withdrawRequest, input, context);
  }
}
