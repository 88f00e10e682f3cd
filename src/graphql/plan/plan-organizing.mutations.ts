import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/plan/organizing-commands.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import {
  AssignPlanRoleInput,
  DescribeRiskInput,
  EndPlanRoleInput,
  ExemptCommitteeSeatInput,
  FillCommitteeSeatsInput,
  IdentifyProtectiveFactorInput,
  RecordConsultationInput,
  VacateCommitteeSeatsInput,
} from './plan-organizing.inputs.js';
import {
  AssignPlanRolePayload,
  DescribeRiskPayload,
  EndPlanRolePayload,
  ExemptCommitteeSeatPayload,
  FillCommitteeSeatsPayload,
  IdentifyProtectiveFactorPayload,
  RecordConsultationPayload,
  VacateCommitteeSeatsPayload,
} from './plan-life.payloads.js';
import { loadPlan } from './plan.load.js';

const give = answering('plan', ({ stream }, context) => loadPlan(stream, context));

/** Commands about how a plan is organized and prepared. */
@Resolver()
export class PlanOrganizingMutations {
  @Mutation(() => AssignPlanRolePayload, {
    description: 'Gives the role of coordinator or champion to an organization or office.',
  })
  assignPlanRole(
    @Input(() => AssignPlanRoleInput) input: AssignPlanRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<AssignPlanRolePayload> {
    return give(commands.assignPlanRole, input, context);
  }

  @Mutation(() => EndPlanRolePayload, { description: 'Ends the holding of a role.' })
  endPlanRole(
    @Input(() => EndPlanRoleInput) input: EndPlanRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<EndPlanRolePayload> {
    return give(commands.endPlanRole, input, context);
  }

  @Mutation(() => FillCommitteeSeatsPayload, {
    description: 'Fills seats of the advisory committee; one member may hold several.',
  })
  fillCommitteeSeats(
    @Input(() => FillCommitteeSeatsInput) input: FillCommitteeSeatsInput,
    @Ctx() context: RequestContext,
  ): Promise<FillCommitteeSeatsPayload> {
    return give(commands.fillCommitteeSeats, input, context);
  }

  @Mutation(() => VacateCommitteeSeatsPayload, {
    description: 'Vacates seats of the advisory committee.',
  })
  vacateCommitteeSeats(
    @Input(() => VacateCommitteeSeatsInput) input: VacateCommitteeSeatsInput,
    @Ctx() context: RequestContext,
  ): Promise<VacateCommitteeSeatsPayload> {
    return give(commands.vacateCommitteeSeats, input, context);
  }

  @Mutation(() => ExemptCommitteeSeatPayload, {
    description: 'Leaves a conditional seat empty because there is no such service.',
  })
  exemptCommitteeSeat(
    @Input(() => ExemptCommitteeSeatInput) input: ExemptCommitteeSeatInput,
    @Ctx() context: RequestContext,
  ): Promise<ExemptCommitteeSeatPayload> {
    return give(commands.exemptCommitteeSeat, input, context);
  }

  @Mutation(() => RecordConsultationPayload, { description: 'Records that groups were consulted.' })
  recordConsultation(
    @Input(() => RecordConsultationInput) input: RecordConsultationInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordConsultationPayload> {
    return give(commands.recordConsultation, input, context);
  }

  @Mutation(() => DescribeRiskPayload, {
    description: 'Says whom a risk concerns and what shows it.',
  })
  describeRisk(
    @Input(() => DescribeRiskInput) input: DescribeRiskInput,
    @Ctx() context: RequestContext,
  ): Promise<DescribeRiskPayload> {
    return give(commands.describeRisk, input, context);
  }

  @Mutation(() => IdentifyProtectiveFactorPayload, {
    description: 'Identifies a protective factor of the community.',
  })
  identifyProtectiveFactor(
    @Input(() => IdentifyProtectiveFactorInput) input: IdentifyProtectiveFactorInput,
    @Ctx() context: RequestContext,
  ): Promise<IdentifyProtectiveFactorPayload> {
    return give(commands.identifyProtectiveFactor, input, context);
  }
}
