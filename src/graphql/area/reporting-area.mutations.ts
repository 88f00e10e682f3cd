import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/area/commands.js';
import { codeOf } from '../../domain/identifiers.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { DefineAreaInput, EndAreaInput, RedrawAreaInput } from './reporting-area.inputs.js';
import { loadReportingArea } from './reporting-area.load.js';
import { DefineAreaPayload, EndAreaPayload, RedrawAreaPayload } from './reporting-area.payloads.js';

const give = answering('area', ({ stream }, context) => loadReportingArea(codeOf(stream), context));

/** Commands about reporting areas. */
@Resolver()
export class ReportingAreaMutations {
  @Mutation(() => DefineAreaPayload, {
    description: 'Defines an area that reports as bodies do: which bodies it takes in, by code.',
  })
  defineArea(
    @Input(() => DefineAreaInput) input: DefineAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<DefineAreaPayload> {
    return give(commands.defineArea, { ...input, crosses: input.crosses ?? [] }, context);
  }

  @Mutation(() => RedrawAreaPayload, {
    description: 'Draws the boundaries of a reporting area anew, from a day on.',
  })
  redrawArea(
    @Input(() => RedrawAreaInput) input: RedrawAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<RedrawAreaPayload> {
    return give(commands.redrawArea, { ...input, crosses: input.crosses ?? [] }, context);
  }

  @Mutation(() => EndAreaPayload, { description: 'Ends a reporting area.' })
  endArea(
    @Input(() => EndAreaInput) input: EndAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<EndAreaPayload> {
    return give(commands.endArea, input, context);
  }
}
