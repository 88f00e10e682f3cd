import { ontario, type Told } from './events.js';

/** Choices of one move; each is taken modulo what there is to choose from. */
export type Move = {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
};

/** What happened so far, as moves need to know it. */
export type Past = {
  readonly told: Told[];
  /** Events of a stream that do not stand in error. */
  standing(stream: string): readonly Told[];
};

/** Bodies that random histories are about. */
export const bodies = Object.values(ontario);

/** Days on which things are released or granted. */
export const days = ['2023-06-30', '2024-01-31', '2024-07-31'] as const;

/** A choice out of a list, which need not fit its length. */
export const pick = <T>(from: readonly T[], choice: number): T => from[choice % from.length] as T;

/** Periods that numbers are reported for. */
export const periods = ['2016', '2021'] as const;
