import type { Standing } from '../../domain/submission/standing.js';
import type { VisiblePlan } from '../../projections/due/visible-plan.js';
import type { Reading } from '../as-of.js';
import { mayReadReports } from '../authorization.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readWholeRegister } from '../plan/register.load.js';
import { readWholePlan } from '../plan/whole-plan.load.js';
import { readOrganizations } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { BodyReport } from './body-reports.js';
import type { JointReport } from './cycle.object.js';

// From the least advanced to the one that is done: what is open again is to be submitted anew.
const progress: readonly Standing[] = [
  'NOT_STARTED',
  'DRAFT',
  'RETURNED',
  'REOPENED',
  'SUBMITTED',
  'ACCEPTED',
];

const hasSubmitted = ({ state }: BodyReport): boolean =>
  state === 'SUBMITTED' || state === 'ACCEPTED';

/**
 * The reports of the bodies of a joint plan, for those who may read one of them: bodies that
 * report together know whom they wait for. A First Nation that shows its numbers and not its
 * part in plans is not among them. None when fewer than two take part in the cycle.
 */
function reportsOf(
  { plan, facts }: VisiblePlan,
  reports: ReadonlyMap<string, BodyReport>,
  { context }: Reading,
): readonly BodyReport[] {
  if (facts.superseded !== undefined) return [];
  const bodies = plan.bodies.filter(({ leftOn }) => leftOn === undefined);
  // What a body that ended still owes is reported by whoever took its place in the plan.
  const codes = bodies.flatMap(({ body, predecessors = [] }) => [
    body,
    ...predecessors.map((before) => before.body),
  ]);
  const own = [...new Set(codes)].flatMap((code) => reports.get(code) ?? []);
  const mayRead = own.some(({ body }) => mayReadReports(context.caller, body.code));
  return own.length < 2 || !mayRead ? [] : own;
}

/**
 * How every joint plan stands in a cycle. Its report is those of its bodies, so it is submitted
 * when the last of them is, and accepted when all of them are.
 */
export async function readJointReports(
  reports: readonly BodyReport[],
  reading: Reading,
): Promise<readonly JointReport[]> {
  const byBody = new Map(reports.map((report) => [report.body.code, report]));
  const organizations = await readOrganizations(reading);
  const register = await readWholeRegister({}, reading);
  const plans = await Promise.all(register.map(({ plan }) => readWholePlan(plan, reading)));
  return plans.flatMap((plan) => {
    const own = plan === undefined ? [] : reportsOf(plan, byBody, reading);
    if (plan === undefined || own.length === 0) return [];
    const states = own.map(({ state }) => progress.indexOf(state));
    return {
      planId: plan.plan.id,
      title: freeTextOf(plan.plan.title, reading.context),
      state: progress[Math.min(...states)] as Standing,
      waitingFor: own
        .filter((report) => !hasSubmitted(report))
        .map(({ body }) => buildOrganization(body.code, organizations)),
    };
  });
}
