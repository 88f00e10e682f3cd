import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/consent/commands.js';
import { codeOf } from '../../domain/identifiers.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { GrantConsentInput, NarrowConsentInput, WithdrawConsentInput } from './consent.inputs.js';
import { loadConsents } from './consent.load.js';
import {
  GrantConsentPayload,
  NarrowConsentPayload,
  WithdrawConsentPayload,
} from './consent.payloads.js';

const give = answering('consent', async ({ stream, events }, context) => {
  const grants = await loadConsents(codeOf(stream), context);
  return grants.find(({ id }) => id === events[0]?.data['grantId']) ?? null;
});

/** Commands about what a First Nation lets others see. */
@Resolver()
export class ConsentMutations {
  @Mutation(() => GrantConsentPayload, { description: 'Lets others see something.' })
  grantConsent(
    @Input(() => GrantConsentInput) input: GrantConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<GrantConsentPayload> {
    return give(commands.grantConsent, input, context);
  }

  @Mutation(() => NarrowConsentPayload, { description: 'Lets others see less than before.' })
  narrowConsent(
    @Input(() => NarrowConsentInput) input: NarrowConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<NarrowConsentPayload> {
    return give(commands.narrowConsent, input, context);
  }

  @Mutation(() => WithdrawConsentPayload, {
    description: 'Withdraws a consent, effective at once in every answer, past included.',
  })
  withdrawConsent(
    @Input(() => WithdrawConsentInput) input: WithdrawConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawConsentPayload> {
    return give(commands.withdrawConsent, input, context);
  }
}
