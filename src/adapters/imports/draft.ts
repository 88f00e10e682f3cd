import { categoriesKey } from '../../domain/observation/events.js';
import type { ObservationContent, ObservationKey } from '../../domain/observation/state.js';

/** What a row says, before anybody decided whether it can be. */
export type Draft = {
  readonly line: number;
  readonly indicator: string;
  readonly key: ObservationKey;
  /** Words are no part of a table of numbers. */
  readonly content: Omit<ObservationContent, 'narrative'>;
  /** The cell of its number, where a row holds several observations. */
  readonly cell?: Origin | undefined;
  /** Where each input field comes from, by the name a refusal gives it. */
  readonly origins: Readonly<Record<string, Origin>>;
};

/** A column by its title, and what its cell holds. */
export type Origin = { readonly column: string; readonly value: string };

/** Text that names what a row is about: two rows with the same one contradict or repeat. */
export const draftName = ({ indicator, key }: Draft): string =>
  [
    indicator,
    key.geography.kind,
    key.geography.code,
    key.period,
    categoriesKey(key.categories),
  ].join(' ');
