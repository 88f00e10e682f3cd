import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/indicator/commands.js';
import { codeOf } from '../../domain/identifiers.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  DefineIndicatorInput,
  type DefinitionInput,
  RetireIndicatorInput,
  ReviseIndicatorInput,
} from './indicator.inputs.js';
import { loadIndicator } from './indicator.load.js';
import {
  DefineIndicatorPayload,
  RetireIndicatorPayload,
  ReviseIndicatorPayload,
} from './indicator.payloads.js';

const give = answering('indicator', ({ stream }, context) =>
  loadIndicator(codeOf(stream), context),
);

/** The input with its defaults, a universe in the domain's form. */
const definitionOf = <I extends DefinitionInput>(input: I) => {
  const { kind, bodies, areas } = input.universe;
  return {
    ...input,
    universe:
      kind === 'LISTED' ? { kind, bodies: bodies ?? [], ...(areas && { areas }) } : { kind },
    proportion: input.proportion ?? false,
    dimensions: input.dimensions ?? [],
  };
};

/** Commands about indicators. */
@Resolver()
export class IndicatorMutations {
  @Mutation(() => DefineIndicatorPayload, { description: 'Defines an indicator.' })
  defineIndicator(
    @Input(() => DefineIndicatorInput) input: DefineIndicatorInput,
    @Ctx() context: RequestContext,
  ): Promise<DefineIndicatorPayload> {
    return give(commands.defineIndicator, definitionOf(input), context);
  }

  @Mutation(() => ReviseIndicatorPayload, {
    description: 'Gives an indicator the next version of its definition, as a whole.',
  })
  reviseIndicator(
    @Input(() => ReviseIndicatorInput) input: ReviseIndicatorInput,
    @Ctx() context: RequestContext,
  ): Promise<ReviseIndicatorPayload> {
    return give(commands.reviseIndicator, definitionOf(input), context);
  }

  @Mutation(() => RetireIndicatorPayload, { description: 'Retires an indicator.' })
  retireIndicator(
    @Input(() => RetireIndicatorInput) input: RetireIndicatorInput,
    @Ctx() context: RequestContext,
  ): Promise<RetireIndicatorPayload> {
    return give(commands.retireIndicator, input, context);
  }
}
