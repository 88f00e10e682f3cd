import type { GrowthGap } from '../../domain/indicator/progress.js';

/** Why progress cannot be told: growth is not defined, or the values may not be compared. */
export type ProgressGap =
  | GrowthGap
  | 'TARGET_WITHOUT_DATE'
  | 'TARGET_NOT_MEASURED'
  | 'BASELINE_NOT_YET_KNOWN'
  | 'BREAK'
  | 'NOT_RELEASED'
  | 'JOINT_PLAN';
