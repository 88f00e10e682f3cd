import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import type { Label } from '../../domain/text.js';

type Words = Required<Label>;

/** What is done over bodies, in words. */
const overSpace: Readonly<
  Record<IndicatorDefinition['overSpace'], (definition: IndicatorDefinition) => Words>
> = {
  SUM: () => ({
    en: 'The numbers of the units counted are added.',
    fr: 'Les nombres des unités comptées sont additionnés.',
  }),
  RATIO_OF_SUMS: ({ factor = '1' }) => ({
    en:
      'Numerators and denominators of the units counted are added, then divided and ' +
      `multiplied by ${factor}; rates are never averaged.`,
    fr:
      'Les numérateurs et les dénominateurs des unités comptées sont additionnés, puis divisés ' +
      `et multipliés par ${factor.replace('.', ',')}; on ne fait jamais la moyenne de taux.`,
  }),
  HISTOGRAM: ({ histogram }) => ({
    en:
      'Counts by bucket of the units counted are added, and the percentile ' +
      `${histogram?.percentile ?? ''} is read off; cases are taken to lie evenly in a bucket.`,
    fr:
      'Les effectifs par classe des unités comptées sont additionnés, et le centile ' +
      `${(histogram?.percentile ?? '').replace('.', ',')} y est lu; les cas sont supposés ` +
      'répartis également dans une classe.',
  }),
  NONE: () => ({
    en: 'Values of this kind are not put together.',
    fr: 'Les valeurs de ce type ne se regroupent pas.',
  }),
};

/** What is done over periods, in words. */
const overTime: Readonly<Record<IndicatorDefinition['overTime'], Words>> = {
  SUM: {
    en: 'The parts of the period are added; a unit counts when it reported all of them.',
    fr:
      'Les parties de la période sont additionnées; une unité compte quand elle les a toutes ' +
      'déclarées.',
  },
  LAST: {
    en: 'The last part of the period stands for it.',
    fr: 'La dernière partie de la période en tient lieu.',
  },
  MEAN: {
    en: 'The mean of the parts is taken; a unit counts when it reported all of them.',
    fr: 'La moyenne des parties est retenue; une unité compte quand elle les a toutes déclarées.',
  },
  RATIO_OF_SUMS: {
    en: 'So are those of the parts of the period; a unit counts when it reported all of them.',
    fr:
      'Ceux des parties de la période le sont aussi; une unité compte quand elle les a toutes ' +
      'déclarées.',
  },
  HISTOGRAM: {
    en: 'So are those of the parts of the period; a unit counts when it reported all of them.',
    fr:
      'Ceux des parties de la période le sont aussi; une unité compte quand elle les a toutes ' +
      'déclarées.',
  },
  NONE: {
    en: 'Values are not put together over periods.',
    fr: 'Les valeurs ne se regroupent pas dans le temps.',
  },
};

/** The rule a number was put together by, in both languages. */
export function rollupSentence(definition: IndicatorDefinition, isMadeOfParts: boolean): Words {
  const space = overSpace[definition.overSpace](definition);
  if (!isMadeOfParts) return space;
  const time = overTime[definition.overTime];
  return { en: `${space.en} ${time.en}`, fr: `${space.fr} ${time.fr}` };
}
