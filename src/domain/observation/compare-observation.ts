import { equal, type DecimalText } from '../decimal.js';
import {
  standing,
  type ObservationContent,
  type ObservationKey,
  type ObservationState,
} from './state.js';

const isSameNumber = (a: DecimalText | undefined, b: DecimalText | undefined): boolean =>
  a === undefined || b === undefined ? a === b : equal(a, b);

const isSameRatio = (a: ObservationContent, b: ObservationContent): boolean =>
  isSameNumber(a.numerator, b.numerator) && isSameNumber(a.denominator, b.denominator);

// Of a ratio the parts are kept; a value given beside them says nothing more.
const valueOf = ({ numerator, value }: ObservationContent): DecimalText | undefined =>
  numerator === undefined ? value : undefined;

const flagsKey = ({ flags }: ObservationContent): string => flags.toSorted().join();

// What is sealed cannot be compared: words are always said anew.
const isSameWords = (a: ObservationContent, b: ObservationContent): boolean =>
  a.narrative === undefined && b.narrative === undefined;

const numbersIn = ({ histogram = [], interval }: ObservationContent): readonly string[] =>
  interval === undefined
    ? histogram
    : [...histogram, interval.lower, interval.upper, interval.level];

function isSameSpread(a: ObservationContent, b: ObservationContent): boolean {
  const [numbersOfA, numbersOfB] = [numbersIn(a), numbersIn(b)];
  return (
    numbersOfA.length === numbersOfB.length &&
    numbersOfA.every((number, at) => isSameNumber(number, numbersOfB[at]))
  );
}

const unitsKey = ({ missingUnits }: ObservationContent): string =>
  missingUnits === undefined ? '' : `${missingUnits.missing}/${missingUnits.total}`;

// A later release that repeats a number is no revision of it.
const isReleasedNoEarlier = (a: ObservationContent, b: ObservationContent): boolean =>
  a.sourceReleasedOn === undefined || b.sourceReleasedOn === undefined
    ? a.sourceReleasedOn === b.sourceReleasedOn
    : a.sourceReleasedOn <= b.sourceReleasedOn;

/**
 * How well-formed details stand to what is recorded: `new` when nothing is, `same` when they
 * say nothing else (numbers compared as numbers, "81.2" with "81.20"), `changed` otherwise.
 */
export function compareObservation(
  state: ObservationState,
  details: ObservationKey & ObservationContent,
): 'new' | 'same' | 'changed' {
  const current = standing(state, details);
  if (current === undefined) return 'new';
  const isSame =
    current.status === details.status &&
    isSameNumber(valueOf(current), valueOf(details)) &&
    isSameRatio(current, details) &&
    isSameSpread(current, details) &&
    isSameWords(current, details) &&
    flagsKey(current) === flagsKey(details) &&
    unitsKey(current) === unitsKey(details) &&
    isReleasedNoEarlier(current, details);
  return isSame ? 'same' : 'changed';
}
