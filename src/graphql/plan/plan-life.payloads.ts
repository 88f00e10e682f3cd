import { ObjectType } from 'type-graphql';
import { PlanPayload } from './plan.payloads.js';

/** Answer of `assignPlanRole`. */
@ObjectType({ description: 'What became of `assignPlanRole`.' })
export class AssignPlanRolePayload extends PlanPayload {}

/** Answer of `endPlanRole`. */
@ObjectType({ description: 'What became of `endPlanRole`.' })
export class EndPlanRolePayload extends PlanPayload {}

/** Answer of `fillCommitteeSeats`. */
@ObjectType({ description: 'What became of `fillCommitteeSeats`.' })
export class FillCommitteeSeatsPayload extends PlanPayload {}

/** Answer of `vacateCommitteeSeats`. */
@ObjectType({ description: 'What became of `vacateCommitteeSeats`.' })
export class VacateCommitteeSeatsPayload extends PlanPayload {}

/** Answer of `exemptCommitteeSeat`. */
@ObjectType({ description: 'What became of `exemptCommitteeSeat`.' })
export class ExemptCommitteeSeatPayload extends PlanPayload {}

/** Answer of `recordConsultation`. */
@ObjectType({ description: 'What became of `recordConsultation`.' })
export class RecordConsultationPayload extends PlanPayload {}

/** Answer of `describeRisk`. */
@ObjectType({ description: 'What became of `describeRisk`.' })
export class DescribeRiskPayload extends PlanPayload {}

/** Answer of `identifyProtectiveFactor`. */
@ObjectType({ description: 'What became of `identifyProtectiveFactor`.' })
export class IdentifyProtectiveFactorPayload extends PlanPayload {}

/** Answer of `appointPlanner`. */
@ObjectType({ description: 'What became of `appointPlanner`.' })
export class AppointPlannerPayload extends PlanPayload {}

/** Answer of `fileInterimSubmission`. */
@ObjectType({ description: 'What became of `fileInterimSubmission`.' })
export class FileInterimSubmissionPayload extends PlanPayload {}

/** Answer of `publishEffectReport`. */
@ObjectType({ description: 'What became of `publishEffectReport`.' })
export class PublishEffectReportPayload extends PlanPayload {}

/** Answer of `completeReview`. */
@ObjectType({ description: 'What became of `completeReview`.' })
export class CompleteReviewPayload extends PlanPayload {}

/** Answer of `revisePlan`. */
@ObjectType({ description: 'What became of `revisePlan`.' })
export class RevisePlanPayload extends PlanPayload {}

/** Answer of `supersedePlan`. */
@ObjectType({ description: 'What became of `supersedePlan`.' })
export class SupersedePlanPayload extends PlanPayload {}
