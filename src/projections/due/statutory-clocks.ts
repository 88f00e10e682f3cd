import type { Clock } from '../../domain/plan/rules.js';
import { allClocks } from './clocks.js';
import type { DueItem, DueSource, DueState } from './due-item.js';

const what: Readonly<Record<Clock['code'], DueItem['what']>> = {
  adoption: { en: 'Plan to be adopted', fr: 'Plan à adopter' },
  publication: { en: 'Plan to be published', fr: 'Plan à publier' },
  review: { en: 'Plan to be reviewed', fr: 'Plan à examiner' },
};

const stateOf = ({ status, doneOn }: Clock): DueState => {
  if (doneOn !== null) return 'DONE';
  return status === 'LATE' ? 'LATE' : 'OPEN';
};

/** What the Act asks for by a day: adoption, publication, review. */
export const dueByStatute: DueSource = ({ plans, organizations, withheld, rules, on }) => {
  const bodies = [...organizations.values()].filter(({ code }) => !withheld.has(code));
  const documents = new Map(plans.map(({ plan }) => [plan.id, plan]));
  return allClocks(bodies, plans, rules, on).flatMap((clock): readonly DueItem[] => {
    const { code, dueOn, doneOn, daysLate, planId } = clock;
    if (dueOn === null) return [];
    const plan = planId === null ? undefined : documents.get(planId);
    // Each review has a day of its own, each edition of a plan but one publication.
    const about = planId ?? `organization-${clock.bodies.join('.')}`;
    return [
      {
        id: code === 'review' ? `${code}.${about}.${dueOn}` : `${code}.${about}`,
        kind: code,
        what: what[code],
        title: plan?.title ?? null,
        dueOn,
        state: stateOf(clock),
        doneOn,
        daysLate,
        organizations: clock.bodies,
        planId,
        commitmentId: null,
        revision: plan?.revision ?? 0,
      },
    ];
  });
};
