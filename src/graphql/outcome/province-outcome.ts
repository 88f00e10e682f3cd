import { round } from '../../domain/decimal.js';
import type { Basis } from '../../domain/indicator/aggregation.js';
import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { isReadOff, numbersOf } from './observed-value.js';
import type { ProvinceOutcome } from './province-outcome.object.js';
import { readArea } from './area.build.js';
import { placeOfArea } from './place-of-area.js';
import type { Question } from './question.js';
import { emptyRollup, isApproximate, readRollup, type MadeRollup } from './rollup.js';
import { readStory } from './story.load.js';

type Answer = MadeRollup & Pick<ProvinceOutcome, 'basis' | 'approximate'>;

/** Nothing is known of bodies behind a published value. */
const noBodies: MadeRollup['completeness'] = {
  bodiesExpected: 0,
  bodiesReporting: 0,
  bodiesSuppressedAtSource: 0,
  bodiesNotApplicable: 0,
  bodiesWithdrawn: 0,
  partial: 0,
  provisional: 0,
  pending: 0,
  bodiesLate: 0,
  oldestKnownOn: null,
  populationCoverage: null,
};

function published(row: ObservationRow | undefined, { indicator }: Question): Answer {
  const numbers = numbersOf(row, indicator, true);
  const { value } = numbers;
  const epoch = epochOf(indicator, row?.indicatorVersion ?? indicator.version);
  const { decimals } = definitionOf(indicator, epoch);
  return {
    basis: 'PUBLISHED',
    ...numbers,
    value: value === null ? null : round(value, decimals),
    approximate: isReadOff(row, numbers),
    completeness: noBodies,
    epoch,
  };
}

async function readPublished(question: Question, area: string, reading: Reading): Promise<Answer> {
  const { snapshot, asOf, context } = reading;
  const { indicator, period, categoriesKey } = question;
  const { key } = indicator;
  context.tags.add(`outcome:${key}:${period.text}`);
  const row = await snapshot.areaObservation(key, period.text, categoriesKey, area, asOf);
  return published(row, question);
}

async function readRolledUp(question: Question, area: string, reading: Reading): Promise<Answer> {
  const place = await placeOfArea(area, reading);
  const rollup =
    place === undefined ? emptyRollup(question) : await readRollup(question, place, reading);
  const definition = definitionOf(question.indicator, rollup.epoch);
  return { basis: 'ROLLED_UP', ...rollup, approximate: isApproximate(definition, rollup) };
}

async function readAnswer(
  question: Question,
  area: string,
  basis: Basis,
  reading: Reading,
): Promise<Answer> {
  if (basis === 'ROLLED_UP') return readRolledUp(question, area, reading);
  const answer = await readPublished(question, area, reading);
  return basis === 'PUBLISHED' || answer.value !== null
    ? answer
    : readRolledUp(question, area, reading);
}

/** What an area reads, from the basis asked for. */
export async function readProvinceOutcome(
  question: Question,
  area: string,
  basis: Basis,
  reading: Reading,
): Promise<ProvinceOutcome> {
  const { indicator, period, categories } = question;
  const answer = await readAnswer(question, area, basis, reading);
  const isOpen = answer.basis === 'PUBLISHED' && answer.value !== null;
  const mayRead = isOpen || mayReadNumbers(reading.context.caller, indicator);
  const geography = { kind: 'AREA', code: area } as const;
  // Stories are told of totals.
  const hasStory = mayRead && categories.length === 0;
  return {
    readStory: () => readStory(indicator.key, geography, period.text, hasStory, reading),
    attribution: indicator.accountability === 'PERFORMANCE',
    indicator: buildIndicator(indicator),
    area: await readArea(area, reading),
    period: period.text,
    categories,
    ...answer,
    asOf: reading.info,
  };
}
