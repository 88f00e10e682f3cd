/** One line of the bench: a value beside what was measured in the same run to judge it by. */
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The raw limit or peer, with its own figure. */
  readonly against: string;
  /** Value over what it is held against. */
  readonly ratio: number;
};

/** The middle value; the lower of two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

/** A measurement from rates of interleaved runs, by their medians. */
export function measurement(
  name: string,
  unit: string,
  rates: readonly number[],
  peer: { readonly name: string; readonly rates: readonly number[] },
): Measurement {
  const value = Math.round(median(rates));
  const against = Math.round(median(peer.rates));
  const ratio = Math.round((100 * value) / against) / 100;
  return { name, value, unit, against: `${peer.name}: ${against} ${unit}`, ratio };
}
