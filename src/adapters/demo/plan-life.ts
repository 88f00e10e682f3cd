import type { CivilDate } from '../../domain/civil-date.js';
import {
  completeReview,
  fileInterimSubmission,
  publishEffectReport,
} from '../../domain/plan/life-commands.js';
import {
  assignPlanRole,
  exemptCommitteeSeat,
  fillCommitteeSeats,
  recordConsultation,
} from '../../domain/plan/organizing-commands.js';
import type { PlanLifeEntry } from './plan-file.js';
import type { DemoWriter } from './step.js';

/** A demonstration plan that was opened, and who writes it. */
export type Opened = {
  readonly planId: string;
  readonly key: string;
  readonly body: string;
  readonly openedOn: CivilDate;
  readonly writer: DemoWriter;
};

/** Who carries a demonstration plan, who sits on its committee and who was consulted. */
export async function loadPreparation(
  { roles, committee, exemptions, consultations, interimSubmissions = [] }: PlanLifeEntry,
  { planId, key, body, openedOn, writer }: Opened,
): Promise<void> {
  for (const [at, role] of roles.entries()) {
    const assign = { planId, ...role, effectiveOn: role.from };
    await writer.write(assignPlanRole, `${key} role ${at}`, assign, body);
  }
  for (const [at, member] of committee.entries()) {
    const fill = { planId, ...member, effectiveOn: member.filledOn };
    await writer.write(fillCommitteeSeats, `${key} member ${at}`, fill, body);
  }
  for (const exemption of exemptions) {
    const exempt = { planId, ...exemption, effectiveOn: openedOn };
    await writer.write(exemptCommitteeSeat, `${key} exempt ${exemption.seat}`, exempt, body);
  }
  for (const [at, consultation] of consultations.entries()) {
    const consult = { planId, ...consultation, effectiveOn: consultation.heldOn };
    await writer.write(recordConsultation, `${key} consultation ${at}`, consult, body);
  }
  for (const submission of interimSubmissions) {
    const file = { planId, ...submission, effectiveOn: submission.filedOn };
    const name = `${key} interim ${submission.body}`;
    await writer.write(fileInterimSubmission, name, file, submission.body);
  }
}

/** What became of a demonstration plan once it was published. */
export async function loadAftermath(
  { effectReports, reviews }: PlanLifeEntry,
  { planId, key, body, writer }: Opened,
): Promise<void> {
  for (const report of effectReports) {
    const publish = { planId, ...report, effectiveOn: report.publishedOn };
    await writer.write(publishEffectReport, `${key} effect ${report.publishedOn}`, publish, body);
  }
  for (const review of reviews) {
    const complete = { planId, ...review, effectiveOn: review.completedOn };
    await writer.write(completeReview, `${key} review ${review.completedOn}`, complete, body);
  }
}
