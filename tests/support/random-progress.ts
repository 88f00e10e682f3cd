import { progressStatuses } from '../../src/domain/indicator/progress.js';
import { inPlan, sealed, type Told } from './events.js';
import { bodies, periods, pick, type Move } from './random-moves.js';

/** The progress of an indicator gets a rule, is judged by hand, or not any more. */
export function progress(stream: string, { b, c }: Pick<Move, 'b' | 'c'>): Told {
  const series = {
    geography: { kind: 'BODY' as const, code: pick(bodies, b) },
    period: pick(periods, c),
  };
  const reason = sealed('The ministry looked at it');
  return pick(
    [
      inPlan(stream, 'ProgressRuleSet', { target: { period: '2030', value: String(c) } }),
      inPlan(stream, 'ProgressJudged', { ...series, status: pick(progressStatuses, c), reason }),
      inPlan(stream, 'ProgressJudgementWithdrawn', { ...series, reason }),
    ],
    b + c,
  );
}
