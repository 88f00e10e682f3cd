import type { PlanStatus } from '../../domain/plan/rules.js';
import { table } from '../projection.js';

/** A plan in the provincial register, as lists show it. */
export type PlanRegisterRow = {
  readonly plan: string;
  readonly status: PlanStatus;
  /** Codes of the bodies taking part, each between spaces: " 3541004 3541024 ". */
  readonly bodies: string;
};

/** The register, with every row a plan ever had in it. */
export const planRegisterTable = table<PlanRegisterRow>({
  name: 'plan_register',
  columns: { plan: 'text', status: 'text', bodies: 'text' },
  key: ['plan'],
  versioned: true,
  indexes: [['plan', 'since']],
});
