import type { IndicatorRow } from './view.js';

/** An indicator that is observed; undefined for one that is retired, or that does not exist. */
export const inUse = (indicator: IndicatorRow | undefined): IndicatorRow | undefined =>
  indicator?.retiredOn === undefined ? indicator : undefined;
