import { isAcrossBreak } from '../../domain/indicator/difference.js';
import type { ObservationVersion } from '../../projections/observations/versions.js';

/** How a recorded number changed. */
export type RevisionKind = 'CORRECTED' | 'WITHDRAWN' | 'RECORDED_ANEW' | 'MARKED_IN_ERROR';

/** What took the place of what, at a position; `before` is absent of a first record. */
export type Step = {
  readonly at: number;
  readonly before: ObservationVersion | undefined;
  readonly after: ObservationVersion | undefined;
  /** True of the first record of a number: no revision. */
  readonly isFirst: boolean;
};

/** What happened to one number, out of all of its versions in order. */
export function stepsOf(versions: readonly ObservationVersion[]): readonly Step[] {
  return versions.flatMap((after, place) => {
    const previous = versions[place - 1];
    const before = previous?.until === after.since ? previous : undefined;
    const began = { at: after.since, before, after, isFirst: place === 0 };
    const { until } = after;
    if (until === null || versions[place + 1]?.since === until) return [began];
    return [began, { at: until, before: after, after: undefined, isFirst: false }];
  });
}

/**
 * The steps as a day's publications show them: what was released later is left out, and what
 * it replaced stands on.
 */
export function stepsKnownBy(day: string, steps: readonly Step[]): readonly Step[] {
  const kept: Step[] = [];
  for (const { at, after } of steps) {
    const last = kept.at(-1);
    const isKnown = after === undefined ? last?.after !== undefined : after.knownOn <= day;
    if (isKnown) kept.push({ at, before: last?.after, after, isFirst: last === undefined });
  }
  return kept;
}

/** True of a step that a mark "recorded in error" made, which has an event of its own. */
export const isMark = ({ at, after }: Step): boolean => after?.position !== at;

/** How a step changed the number. */
export function kindOf(step: Step): RevisionKind {
  if (isMark(step)) return 'MARKED_IN_ERROR';
  if (step.after?.status === 'WITHDRAWN') return 'WITHDRAWN';
  return step.after?.reason === null ? 'RECORDED_ANEW' : 'CORRECTED';
}

/** True when a break of the definition lies between the versions of a step. */
export const isBroken = ({ before, after }: Step, breaks: readonly number[]): boolean =>
  before !== undefined &&
  after !== undefined &&
  isAcrossBreak(breaks, before.indicatorVersion, after.indicatorVersion);
