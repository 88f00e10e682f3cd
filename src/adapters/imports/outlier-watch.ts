import { compare, isZero, multiply, type DecimalText } from '../../domain/decimal.js';
import { categoriesKey } from '../../domain/observation/events.js';
import type { ObservationContent, ObservationKey } from '../../domain/observation/state.js';
import type { Draft } from './draft.js';
import { importWarning, type ImportError } from './import-error.js';

/** A number this many times the last one, or less than one part of so many, is worth a look. */
const times = '10';

type Fraction = { readonly over: DecimalText; readonly under: DecimalText };

function fractionOf({ value, numerator, denominator }: ObservationContent): Fraction | undefined {
  if (numerator !== undefined && denominator !== undefined)
    return { over: numerator, under: denominator };
  return value === undefined ? undefined : { over: value, under: '1' };
}

// a/b > times × c/d, without dividing; signs and zeros have no magnitude to compare.
const isFarAbove = (a: Fraction, b: Fraction): boolean =>
  compare(multiply(a.over, b.under), multiply(multiply(b.over, a.under), times)) > 0;

const isComparable = ({ over, under }: Fraction): boolean =>
  !isZero(over) && !isZero(under) && compare(over, '0') > 0;

const shown = ({ over, under }: Fraction): string => (under === '1' ? over : `${over} / ${under}`);

/** Warns of a number far from the last one, once its fellows of earlier periods went by. */
export type OutlierWatch = (
  draft: Draft,
  recorded: ObservationContent | undefined,
) => ImportError | undefined;

/**
 * Watches the drafts of one stream, which come by period. A number is compared with what is
 * recorded for the same period or else with the one before it in the file.
 */
export function outlierWatch(): OutlierWatch {
  const last = new Map<string, { readonly period: string; readonly fraction: Fraction }>();
  const nameOf = ({ geography, categories }: ObservationKey): string =>
    `${geography.kind} ${categoriesKey(categories)}`;
  return ({ line, key, content, origins }, recorded) => {
    const fraction = fractionOf(content);
    if (fraction === undefined || !isComparable(fraction)) return undefined;
    const standing = recorded === undefined ? undefined : fractionOf(recorded);
    const earlier =
      standing === undefined ? last.get(nameOf(key)) : { period: key.period, fraction: standing };
    last.set(nameOf(key), { period: key.period, fraction });
    if (earlier === undefined || !isComparable(earlier.fraction)) return undefined;
    if (!isFarAbove(fraction, earlier.fraction) && !isFarAbove(earlier.fraction, fraction))
      return undefined;
    const place = { line, ...(origins['value'] ?? origins['numerator']) };
    const params = { last: shown(earlier.fraction), period: earlier.period, times };
    return importWarning('value-far-from-last', place, params);
  };
}
