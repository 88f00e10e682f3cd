import { versionInForce } from '../../domain/code-lists.js';
import { isZero, subtract, sum } from '../../domain/decimal.js';
import { categoriesKey } from '../../domain/observation/events.js';
import type { Reading } from '../as-of.js';
import { CodedError } from '../coded-error.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { labelText } from '../text.build.js';
import type { BreakdownNumber, OutcomeBreakdown } from './breakdown.object.js';
import type { NamedPlace } from './named-place.js';
import type { Question } from './question.js';
import { isApproximate, putTogether, type PutTogether } from './rollup.js';

type Entry = { readonly code: string; readonly name: BreakdownNumber['name'] };

function entriesOf({ indicator, categories }: Question, dimension: string, reading: Reading) {
  const { context } = reading;
  const lists = context.codeLists();
  const list = versionInForce(lists, dimension, context.today);
  // What is broken down by a list changes on the day on which its next version begins.
  if (lists.get(dimension)?.versions.some(({ from }) => from > context.today))
    context.tags.add(`day:${context.today}`);
  if (!indicator.dimensions.includes(dimension) || list === undefined)
    throw new CodedError('category-unknown');
  if (categories.some((each) => each.dimension === dimension))
    throw new CodedError('category-duplicate');
  return list.codes.map(({ code, label }): Entry => ({ code, name: labelText(label) }));
}

const numberOf = (
  entry: Entry | undefined,
  { rollup, definition }: PutTogether,
): BreakdownNumber => ({
  category: entry?.code ?? null,
  name: entry?.name ?? null,
  ...rollup,
  approximate: isApproximate(definition, rollup),
});

const exactly = ({ sums, definition }: PutTogether): readonly string[] =>
  definition.overSpace === 'SUM' ? [sums.value] : [sums.denominator, sums.numerator];

/**
 * What the total is more than the sum of its categories, number by number; a category told under
 * another definition is no part of it.
 */
const differences = (total: PutTogether, parts: readonly PutTogether[]): readonly string[] => {
  const comparable = parts.filter(({ epoch }) => epoch === total.epoch);
  return exactly(total).map((whole, at) =>
    subtract(whole, sum(comparable.map((part) => exactly(part)[at] ?? '0'))),
  );
};

const isAdded = ({ definition }: PutTogether): boolean =>
  definition.overSpace === 'SUM' || definition.overSpace === 'RATIO_OF_SUMS';

/**
 * A number with its breakdown by one list: each category is put together as the total is, and
 * a breakdown that does not add up says so.
 * @throws CodedError when the indicator is not broken down by the list
 */
export async function readBreakdown(
  question: Question,
  dimension: string,
  { place, shown }: NamedPlace,
  reading: Reading,
): Promise<OutcomeBreakdown> {
  const entries = entriesOf(question, dimension, reading);
  const total = await putTogether(question, place, reading);
  const parts = await Promise.all(
    entries.map(({ code }) => {
      const categories = [...question.categories, { dimension, category: code }].toSorted((a, b) =>
        a.dimension < b.dimension ? -1 : 1,
      );
      const part = { ...question, categories, categoriesKey: categoriesKey(categories) };
      return putTogether(part, place, reading);
    }),
  );
  // What is left of a total would tell one that is withheld; a missing one is not zero.
  const isTold =
    isAdded(total) &&
    total.rollup.absence === null &&
    parts.every(({ rollup }) => rollup.absence !== 'NOT_RELEASED');
  const left = isTold ? differences(total, parts) : undefined;
  return {
    indicator: buildIndicator(question.indicator),
    place: shown,
    period: question.period.text,
    dimension,
    total: numberOf(undefined, total),
    categories: parts.map((part, at) => numberOf(entries[at], part)),
    complete: left?.every(isZero) ?? null,
    difference: left?.[0] ?? null,
    asOf: reading.info,
  };
}
