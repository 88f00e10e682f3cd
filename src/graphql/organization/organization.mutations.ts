import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/organization/commands.js';
import { codeOf } from '../../domain/identifiers.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  CountPopulationInput,
  RegisterOrganizationInput,
  RenameOrganizationInput,
  SetObligationInput,
  SucceedOrganizationInput,
} from './organization.inputs.js';
import { readLeftBehind } from '../commitment/left-behind.load.js';
import { loadOrganization } from './organization.load.js';
import { passParts } from './pass-parts.js';
import {
  CountPopulationPayload,
  RegisterOrganizationPayload,
  RenameOrganizationPayload,
  SetObligationPayload,
  SucceedOrganizationPayload,
} from './organization.payloads.js';

const give = answering('organization', ({ stream }, context) =>
  loadOrganization(codeOf(stream), context),
);

/** Commands about organizations. */
@Resolver()
export class OrganizationMutations {
  @Mutation(() => RegisterOrganizationPayload, {
    description: 'Registers a municipality, First Nation, partner or ministry.',
  })
  registerOrganization(
    @Input(() => RegisterOrganizationInput) input: RegisterOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<RegisterOrganizationPayload> {
    return give(commands.registerOrganization, input, context);
  }

  @Mutation(() => RenameOrganizationPayload, {
    description: 'Renames an organization; its code stays.',
  })
  renameOrganization(
    @Input(() => RenameOrganizationInput) input: RenameOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<RenameOrganizationPayload> {
    return give(commands.renameOrganization, input, context);
  }

  @Mutation(() => CountPopulationPayload, { description: 'Records a census count.' })
  countPopulation(
    @Input(() => CountPopulationInput) input: CountPopulationInput,
    @Ctx() context: RequestContext,
  ): Promise<CountPopulationPayload> {
    return give(commands.countPopulation, input, context);
  }

  @Mutation(() => SetObligationPayload, {
    description: 'Sets whether an organization must adopt a plan, from a day on.',
  })
  setObligation(
    @Input(() => SetObligationInput) input: SetObligationInput,
    @Ctx() context: RequestContext,
  ): Promise<SetObligationPayload> {
    return give(commands.setObligation, input, context);
  }

  @Mutation(() => SucceedOrganizationPayload, {
    description:
      'Records that an organization ended and which one took its place. Once it has ended, its ' +
      'parts in plans pass to its successor with the adoptions that were made.',
  })
  async succeedOrganization(
    @Input(() => SucceedOrganizationInput) input: SucceedOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<SucceedOrganizationPayload> {
    const answer = await give(commands.succeedOrganization, input, context);
    if (answer.position === null) return { ...answer, leftBehind: [] };
    const given = { ...input, effectiveOn: undefined, expectedRevision: undefined };
    const position = (await passParts(given, answer.position, context)) ?? answer.position;
    const leftBehind = await readLeftBehind(input.organization, context);
    return { ...answer, position, leftBehind };
  }
}
