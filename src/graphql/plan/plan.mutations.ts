import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/plan/commands.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  AdoptPlanInput,
  DeprioritizeRiskInput,
  IdentifyRiskInput,
  JoinPlanInput,
  LeavePlanInput,
  OpenPlanInput,
  PrioritizeRiskInput,
  PublishPlanInput,
  SucceedInPlanInput,
} from './plan.inputs.js';
import { AdoptStrategyInput, RetireStrategyInput, ReviseStrategyInput } from './strategy.inputs.js';
import { loadPlan } from './plan.load.js';
import {
  AdoptPlanPayload,
  AdoptStrategyPayload,
  DeprioritizeRiskPayload,
  IdentifyRiskPayload,
  JoinPlanPayload,
  LeavePlanPayload,
  OpenPlanPayload,
  PrioritizeRiskPayload,
  PublishPlanPayload,
  RetireStrategyPayload,
  ReviseStrategyPayload,
  SucceedInPlanPayload,
} from './plan.payloads.js';

const give = answering('plan', ({ stream }, context) => loadPlan(stream, context));

/** Commands about plans. */
@Resolver()
export class PlanMutations {
  @Mutation(() => OpenPlanPayload, {
    description: 'Opens a plan of one body, or a joint plan of several.',
  })
  openPlan(
    @Input(() => OpenPlanInput) input: OpenPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<OpenPlanPayload> {
    return give(commands.openPlan, input, context);
  }

  @Mutation(() => JoinPlanPayload, { description: 'Records that a further body joins a plan.' })
  joinPlan(
    @Input(() => JoinPlanInput) input: JoinPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<JoinPlanPayload> {
    return give(commands.joinPlan, input, context);
  }

  @Mutation(() => LeavePlanPayload, {
    description: 'Records that a body leaves a joint plan; the last one stays.',
  })
  leavePlan(
    @Input(() => LeavePlanInput) input: LeavePlanInput,
    @Ctx() context: RequestContext,
  ): Promise<LeavePlanPayload> {
    return give(commands.leavePlan, input, context);
  }

  @Mutation(() => SucceedInPlanPayload, {
    description:
      'Records that the part of a body that ended passed to its successor, with its adoption.',
  })
  succeedInPlan(
    @Input(() => SucceedInPlanInput) input: SucceedInPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<SucceedInPlanPayload> {
    return give(commands.succeedInPlan, input, context);
  }

  @Mutation(() => AdoptPlanPayload, {
    description: "Records that one body's council adopted the plan by resolution.",
  })
  adoptPlan(
    @Input(() => AdoptPlanInput) input: AdoptPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<AdoptPlanPayload> {
    return give(commands.adoptPlan, input, context);
  }

  @Mutation(() => PublishPlanPayload, {
    description: 'Records that a plan adopted by every participating body is on the Internet.',
  })
  publishPlan(
    @Input(() => PublishPlanInput) input: PublishPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<PublishPlanPayload> {
    return give(commands.publishPlan, input, context);
  }

  @Mutation(() => IdentifyRiskPayload, {
    description: 'Identifies a risk factor of the community.',
  })
  identifyRisk(
    @Input(() => IdentifyRiskInput) input: IdentifyRiskInput,
    @Ctx() context: RequestContext,
  ): Promise<IdentifyRiskPayload> {
    return give(commands.identifyRisk, input, context);
  }

  @Mutation(() => PrioritizeRiskPayload, {
    description: 'Gives an identified risk its place in the order of priority.',
  })
  prioritizeRisk(
    @Input(() => PrioritizeRiskInput) input: PrioritizeRiskInput,
    @Ctx() context: RequestContext,
  ): Promise<PrioritizeRiskPayload> {
    return give(commands.prioritizeRisk, input, context);
  }

  @Mutation(() => DeprioritizeRiskPayload, {
    description: 'Takes a risk out of the order of priority; it stays identified.',
  })
  deprioritizeRisk(
    @Input(() => DeprioritizeRiskInput) input: DeprioritizeRiskInput,
    @Ctx() context: RequestContext,
  ): Promise<DeprioritizeRiskPayload> {
    return give(commands.deprioritizeRisk, input, context);
  }

  @Mutation(() => AdoptStrategyPayload, {
    description: 'Adopts a strategy in one of the four planning areas.',
  })
  adoptStrategy(
    @Input(() => AdoptStrategyInput) input: AdoptStrategyInput,
    @Ctx() context: RequestContext,
  ): Promise<AdoptStrategyPayload> {
    return give(commands.adoptStrategy, input, context);
  }

  @Mutation(() => ReviseStrategyPayload, { description: 'Revises a strategy that stands.' })
  reviseStrategy(
    @Input(() => ReviseStrategyInput) input: ReviseStrategyInput,
    @Ctx() context: RequestContext,
  ): Promise<ReviseStrategyPayload> {
    return give(commands.reviseStrategy, input, context);
  }

  @Mutation(() => RetireStrategyPayload, {
    description: 'Retires a strategy; it stays on the record.',
  })
  retireStrategy(
    @Input(() => RetireStrategyInput) input: RetireStrategyInput,
    @Ctx() context: RequestContext,
  ): Promise<RetireStrategyPayload> {
    return give(commands.retireStrategy, input, context);
  }
}
