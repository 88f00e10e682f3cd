import { dueCommitments } from './commitments.js';
import type { DueItem, DueQuestion, DueSource } from './due-item.js';
import { dueMilestones } from './milestones.js';
import { dueReports } from './reports.js';
import { dueAnswers } from './requests.js';
import { dueByStatute } from './statutory-clocks.js';
import { visiblePlan } from './visible-plan.js';

/** Everything that can be due. To add a kind: a file beside this one, and a line here. */
const sources: readonly DueSource[] = [
  dueByStatute,
  dueCommitments,
  dueMilestones,
  dueReports,
  dueAnswers,
];

/** What a question about due things begins with. */
export type DueAsked = Omit<DueQuestion, 'plans' | 'organizations'>;

/** More plans than there are bodies in the province. */
const plansMax = 10_000;

async function questionOf(asked: DueAsked): Promise<DueQuestion> {
  const { snapshot, asOf, withheld, touch } = asked;
  const [organizations, register] = await Promise.all([
    snapshot.organizations(asOf),
    snapshot.planRegister({}, { limit: plansMax }, asOf),
  ]);
  for (const tag of ['organizations', 'plans']) touch(tag);
  for (const { plan } of register) touch(`plan:${plan}`);
  const wholes = await Promise.all(register.map(({ plan }) => snapshot.plan(plan, asOf)));
  const plans = wholes
    .map((whole) => whole && visiblePlan(whole, withheld))
    .filter((plan) => plan !== undefined);
  return { ...asked, organizations, plans };
}

/** Place of a due thing in lists: what is due first comes first. */
export const dueKey = ({ dueOn, kind, id }: DueItem): string => `${dueOn} ${kind} ${id}`;

/** Everything that is or was due, on a day and in the past asked about, by its day. */
export async function readDue(asked: DueAsked): Promise<readonly DueItem[]> {
  const question = await questionOf(asked);
  const items = await Promise.all(sources.map((source) => source(question)));
  return items.flat().toSorted((a, b) => (dueKey(a) < dueKey(b) ? -1 : 1));
}
