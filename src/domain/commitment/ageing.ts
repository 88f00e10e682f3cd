import { standings, type Standing, type StandingStatus } from './standing.js';

/** Spans of days by which ages are counted: 0–30, 31–90, 91–180 and more. */
export const ageBuckets = ['UP_TO_30', 'UP_TO_90', 'UP_TO_180', 'OVER_180'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

/** The span that a number of days lies in. */
export function ageBucketOf(days: number): AgeBucket {
  if (days <= 30) return 'UP_TO_30';
  if (days <= 90) return 'UP_TO_90';
  return days <= 180 ? 'UP_TO_180' : 'OVER_180';
}

/** By what the ageing report counts. */
export type AgeingBy = 'PLAN' | 'PARTNER' | 'SECTOR' | 'AREA';

/** A commitment as the ageing report counts it. */
export type AgedCommitment = { readonly standing: Standing; readonly isReported: boolean };

/** How many commitments stand how, and for how long. */
export type Ageing = {
  readonly commitments: number;
  readonly byStatus: readonly { readonly status: StandingStatus; readonly count: number }[];
  /** Late ones by the days since they were due. */
  readonly overdue: readonly { readonly bucket: AgeBucket; readonly count: number }[];
  /** Open ones by the days since something was heard of them. */
  readonly sinceHeard: readonly { readonly bucket: AgeBucket; readonly count: number }[];
  /** Open ones of which no progress was ever reported. */
  readonly withoutProgress: number;
};

/** True for a commitment that is neither fulfilled nor withdrawn. */
export const isOpen = ({ status }: Standing): boolean =>
  status !== 'FULFILLED' && status !== 'WITHDRAWN';

const count = (days: readonly number[]) =>
  ageBuckets.map((bucket) => ({
    bucket,
    count: days.filter((each) => ageBucketOf(each) === bucket).length,
  }));

/** Counts commitments by how they stand and by their age. */
export function ageingOf(commitments: readonly AgedCommitment[]): Ageing {
  const all = commitments.map(({ standing }) => standing);
  const open = commitments.filter(({ standing }) => isOpen(standing));
  const late = all.filter(({ status }) => status === 'LATE');
  return {
    commitments: commitments.length,
    byStatus: standings.map((status) => ({
      status,
      count: all.filter((each) => each.status === status).length,
    })),
    overdue: count(late.map(({ daysLate }) => daysLate ?? 0)),
    sinceHeard: count(open.map(({ standing }) => standing.daysSinceHeard)),
    withoutProgress: open.filter(({ isReported }) => !isReported).length,
  };
}
