import type { Role } from '../authority.js';
import type { CivilDate } from '../civil-date.js';
import { command } from '../command.js';
import { speakersFor } from '../organization/registry.js';
import { firstRefusal } from '../text-rules.js';
import type { Label } from '../text.js';
import { onPlan, planParties, type PlanInput } from './commands.js';
import * as decisions from './decide-life.js';
import type { Holder } from './decide-organizing.js';
import { checkHolders } from './organizing-commands.js';
import { plan } from './state.js';

const approvers: readonly Role[] = ['municipal-approver', 'administrator'];
const ministry: readonly Role[] = ['ministry-reviewer', 'administrator'];

/** Records that the Minister appointed a planner; the ministry records it. */
export const appointPlanner = command({
  ...onPlan,
  name: 'appointPlanner',
  roles: ministry,
  parties: () => [],
  async decide(input: AppointPlannerInput, around) {
    return (
      firstRefusal(await checkHolders(input, around)) ??
      decisions.appointPlanner({ ...input, today: around.today })
    );
  },
});
export type AppointPlannerInput = PlanInput &
  Holder & { readonly body: string; readonly appointedOn: CivilDate };

/** Records an interim submission of one body to the ministry. */
export const fileInterimSubmission = command({
  ...onPlan,
  name: 'fileInterimSubmission',
  roles: approvers,
  parties: ({ body }: FileInterimSubmissionInput, around) => speakersFor([body], around),
  decide: (input, { today }) => decisions.fileInterimSubmission({ ...input, today }),
});
export type FileInterimSubmissionInput = PlanInput & {
  readonly body: string;
  readonly filedOn: CivilDate;
  readonly note?: Label | undefined;
};

/** Records a published report on the effect of the plan. */
export const publishEffectReport = command({
  ...onPlan,
  name: 'publishEffectReport',
  roles: approvers,
  decide: (
    input: PlanInput & { readonly url: string; readonly publishedOn: CivilDate },
    { today },
  ) => decisions.publishEffectReport({ ...input, today }),
});

/** Records a completed review. */
export const completeReview = command({
  ...onPlan,
  name: 'completeReview',
  roles: approvers,
  decide: (
    input: PlanInput & {
      readonly completedOn: CivilDate;
      readonly revisionNeeded: boolean;
      readonly note?: Label | undefined;
    },
    { today },
  ) => decisions.completeReview({ ...input, today }),
});

/** Records that the plan was revised. */
export const revisePlan = command({
  ...onPlan,
  name: 'revisePlan',
  roles: approvers,
  decide: (
    input: PlanInput & {
      readonly revisedOn: CivilDate;
      readonly readoption: boolean;
      readonly summary: Label;
    },
    { today },
  ) => decisions.revisePlan({ ...input, today }),
});

/** Records that another plan took the place of this one; a body of both records it. */
export const supersedePlan = command({
  ...onPlan,
  name: 'supersedePlan',
  roles: approvers,
  async parties({ planId, by }: SupersedePlanInput, around) {
    const [own, other] = [await planParties(planId, around), await planParties(by, around)];
    return own.filter((body) => other.length === 0 || other.includes(body));
  },
  async decide(input, around) {
    const { state: successor } = await around.read(plan, input.by);
    return decisions.supersedePlan({ ...input, successor, today: around.today });
  },
});
export type SupersedePlanInput = PlanInput & {
  readonly by: string;
  readonly supersededOn: CivilDate;
};
