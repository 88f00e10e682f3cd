import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/measure/commands.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  DefineMeasureInput,
  RetireMeasureInput,
  ReviseTargetInput,
  SetBaselineInput,
  SetTargetInput,
} from './measure.inputs.js';
import { loadMeasure } from './measure.load.js';
import {
  DefineMeasurePayload,
  RetireMeasurePayload,
  ReviseTargetPayload,
  SetBaselinePayload,
  SetTargetPayload,
} from './measure.payloads.js';

const give = answering('measure', ({ stream }, context) => loadMeasure(stream, context));

/** Commands about measures. */
@Resolver()
export class MeasureMutations {
  @Mutation(() => DefineMeasurePayload, { description: 'Defines a measurable outcome of a plan.' })
  defineMeasure(
    @Input(() => DefineMeasureInput) input: DefineMeasureInput,
    @Ctx() context: RequestContext,
  ): Promise<DefineMeasurePayload> {
    return give(commands.defineMeasure, input, context);
  }

  @Mutation(() => SetBaselinePayload, { description: 'Sets what a measure starts from.' })
  setBaseline(
    @Input(() => SetBaselineInput) input: SetBaselineInput,
    @Ctx() context: RequestContext,
  ): Promise<SetBaselinePayload> {
    return give(commands.setBaseline, input, context);
  }

  @Mutation(() => SetTargetPayload, { description: 'Sets what a measure aims at.' })
  setTarget(
    @Input(() => SetTargetInput) input: SetTargetInput,
    @Ctx() context: RequestContext,
  ): Promise<SetTargetPayload> {
    return give(commands.setTarget, input, context);
  }

  @Mutation(() => ReviseTargetPayload, { description: 'Changes what a measure aims at.' })
  reviseTarget(
    @Input(() => ReviseTargetInput) input: ReviseTargetInput,
    @Ctx() context: RequestContext,
  ): Promise<ReviseTargetPayload> {
    return give(commands.reviseTarget, input, context);
  }

  @Mutation(() => RetireMeasurePayload, {
    description: 'Retires a measure; it stays on the record.',
  })
  retireMeasure(
    @Input(() => RetireMeasureInput) input: RetireMeasureInput,
    @Ctx() context: RequestContext,
  ): Promise<RetireMeasurePayload> {
    return give(commands.retireMeasure, input, context);
  }
}
