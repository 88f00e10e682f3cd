import { categoryOf } from '../../domain/identifiers.js';
import { planStatus } from '../../domain/plan/rules.js';
import { planFold } from '../current-plan/folds.js';
import { nextDocument } from '../current-plan/project.js';
import { planTable, type PlanDocument } from '../current-plan/view.js';
import type { Projection } from '../projection.js';
import { planRegisterTable, type PlanRegisterRow } from './view.js';

// A body that took the place of others may take part for itself and for each of them.
const taking = ({ bodies }: PlanDocument): readonly string[] =>
  bodies.filter(({ leftOn }) => leftOn === undefined).map(({ body }) => body);

const rowOf = (plan: PlanDocument): PlanRegisterRow => ({
  plan: plan.id,
  status: planStatus(plan),
  bodies: ` ${[...new Set(taking(plan))].join(' ')} `,
});

const isSame = (a: PlanRegisterRow | undefined, b: PlanRegisterRow): boolean =>
  a !== undefined && a.status === b.status && a.bodies === b.bodies;

/** The register of plans, with every row a plan ever had in it. Runs before current-plan. */
export const planRegister: Projection = {
  name: 'plan-register',
  version: 2,
  tables: [planRegisterTable],
  project: (events, views) => {
    const documents = new Map<string, PlanDocument | undefined>();
    for (const event of events) {
      const { stream, position } = event;
      if (categoryOf(stream) !== 'plan') continue;
      const before = documents.has(stream)
        ? documents.get(stream)
        : (views.get(planTable, [stream])?.document ?? undefined);
      const plan = nextDocument(planFold, before, event, views);
      documents.set(stream, plan);
      const row = plan && rowOf(plan);
      if (row === undefined) views.remove(planRegisterTable, [stream], position);
      else if (!isSame(views.get(planRegisterTable, [stream]), row))
        views.put(planRegisterTable, row, position);
      else continue;
      views.touch('plans');
    }
  },
};
