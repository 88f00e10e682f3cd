import type { IndicatorDefinition } from './events.js';

/** An indicator with the definitions it had before each break of its series. */
export type DefinedOverTime = IndicatorDefinition & {
  /** 1, 2, 3 … */
  readonly version: number;
  /** Versions that began a new series. */
  readonly breaks: readonly number[];
  /** The last definition before each break, oldest first. */
  readonly beforeBreaks: readonly IndicatorDefinition[];
};

/**
 * Which series a version belongs to: 0 until the first break, then 1, and so on. Numbers of
 * different epochs are never added, compared or set in one series.
 */
export const epochOf = ({ breaks }: Pick<DefinedOverTime, 'breaks'>, version: number): number =>
  breaks.filter((first) => first <= version).length;

/** The definition by which numbers of an epoch are read. */
export const definitionOf = (indicator: DefinedOverTime, epoch: number): IndicatorDefinition =>
  indicator.beforeBreaks[epoch] ?? indicator;
