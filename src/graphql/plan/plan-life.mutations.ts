import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/plan/life-commands.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  AppointPlannerInput,
  CompleteReviewInput,
  FileInterimSubmissionInput,
  PublishEffectReportInput,
  RevisePlanInput,
  SupersedePlanInput,
} from './plan-life.inputs.js';
import {
  AppointPlannerPayload,
  CompleteReviewPayload,
  FileInterimSubmissionPayload,
  PublishEffectReportPayload,
  RevisePlanPayload,
  SupersedePlanPayload,
} from './plan-life.payloads.js';
import { loadPlan } from './plan.load.js';

const give = answering('plan', ({ stream }, context) => loadPlan(stream, context));

/** Commands about what becomes of a plan. */
@Resolver()
export class PlanLifeMutations {
  @Mutation(() => AppointPlannerPayload, {
    description: 'Records that the Minister appointed a planner for a body.',
  })
  appointPlanner(
    @Input(() => AppointPlannerInput) input: AppointPlannerInput,
    @Ctx() context: RequestContext,
  ): Promise<AppointPlannerPayload> {
    return give(commands.appointPlanner, input, context);
  }

  @Mutation(() => FileInterimSubmissionPayload, {
    description: 'Records what a body sent the ministry in place of an adopted plan.',
  })
  fileInterimSubmission(
    @Input(() => FileInterimSubmissionInput) input: FileInterimSubmissionInput,
    @Ctx() context: RequestContext,
  ): Promise<FileInterimSubmissionPayload> {
    return give(commands.fileInterimSubmission, input, context);
  }

  @Mutation(() => PublishEffectReportPayload, {
    description: 'Records a published report on the effect of a plan.',
  })
  publishEffectReport(
    @Input(() => PublishEffectReportInput) input: PublishEffectReportInput,
    @Ctx() context: RequestContext,
  ): Promise<PublishEffectReportPayload> {
    return give(commands.publishEffectReport, input, context);
  }

  @Mutation(() => CompleteReviewPayload, { description: 'Records a completed review of a plan.' })
  completeReview(
    @Input(() => CompleteReviewInput) input: CompleteReviewInput,
    @Ctx() context: RequestContext,
  ): Promise<CompleteReviewPayload> {
    return give(commands.completeReview, input, context);
  }

  @Mutation(() => RevisePlanPayload, { description: 'Records that a plan was revised.' })
  revisePlan(
    @Input(() => RevisePlanInput) input: RevisePlanInput,
    @Ctx() context: RequestContext,
  ): Promise<RevisePlanPayload> {
    return give(commands.revisePlan, input, context);
  }

  @Mutation(() => SupersedePlanPayload, {
    description: 'Records that another plan took the place of this one.',
  })
  supersedePlan(
    @Input(() => SupersedePlanInput) input: SupersedePlanInput,
    @Ctx() context: RequestContext,
  ): Promise<SupersedePlanPayload> {
    return give(commands.supersedePlan, input, context);
  }
}
