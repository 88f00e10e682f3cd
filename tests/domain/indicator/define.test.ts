import { describe, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import * as commands from '../../../src/domain/indicator/commands.js';
import * as decisions from '../../../src/domain/indicator/decide.js';
import type { IndicatorDefinition, IndicatorEvents } from '../../../src/domain/indicator/events.js';
import { indicator } from '../../../src/domain/indicator/state.js';
import { scenario } from '../../support/scenario.js';
import { codeListsOf, decisionOf, surroundings } from '../../support/surroundings.js';
import { crimeSeverityIndex, discussions, housingCostBurden, population } from './definitions.js';

type Event = Happening<IndicatorEvents>;
const { given } = scenario(indicator);
const key = 'housing-cost-burden';

const define = (definition: IndicatorDefinition) =>
  given().when(decisions.defineIndicator({ key, definition }));
const defined = (definition: IndicatorDefinition): Event => ({
  type: 'IndicatorDefined',
  data: { key, ...definition },
});

describe('defining an indicator', () => {
  it('takes ratios, stocks, flows and published indexes', () => {
    for (const each of [housingCostBurden, population, discussions, crimeSeverityIndex])
      define(each).then(defined(each));
  });

  it('is refused under a key that is taken or malformed', () => {
    given(defined(population))
      .when(decisions.defineIndicator({ key, definition: population }))
      .thenRefused('indicator-exists', 'input.key');
    given()
      .when(decisions.defineIndicator({ key: 'Population 2021', definition: population }))
      .thenRefused('code-invalid', 'input.key');
  });

  it('needs texts that are there and fit', () => {
    define({ ...population, name: {} }).thenRefused('text-required', 'input.name');
    define({ ...population, unit: { fr: '' } }).thenRefused('text-required', 'input.unit');
    const long = { en: 'x'.repeat(2001) };
    define({ ...population, description: long }).thenRefused('text-too-long', 'input.description');
    define({ ...population, source: long }).thenRefused('text-too-long', 'input.source');
  });

  const inconsistent = (field: string, definition: IndicatorDefinition) =>
    define(definition).thenRefused('indicator-rule-inconsistent', `input.${field}`);

  it('never sums a stock over time, nor averages anything over space', () => {
    inconsistent('overTime', { ...population, overTime: 'SUM' });
    inconsistent('overTime', { ...population, overTime: 'NONE' });
    inconsistent('overSpace', { ...population, overSpace: 'NONE' });
    inconsistent('overTime', { ...discussions, overTime: 'LAST' });
    inconsistent('overSpace', { ...discussions, overSpace: 'RATIO_OF_SUMS' });
    define({ ...population, overTime: 'MEAN' }).then(defined({ ...population, overTime: 'MEAN' }));
  });

  it('rolls a ratio up as a sum over a sum, or not at all', () => {
    inconsistent('overSpace', { ...housingCostBurden, overSpace: 'SUM' });
    inconsistent('overTime', { ...housingCostBurden, overTime: 'MEAN' });
    const alone: IndicatorDefinition = {
      ...housingCostBurden,
      overSpace: 'NONE',
      overTime: 'NONE',
    };
    define(alone).then(defined(alone));
  });

  it('needs a factor above zero for a ratio, and none for anything else', () => {
    inconsistent('factor', { ...housingCostBurden, factor: undefined });
    inconsistent('factor', { ...housingCostBurden, factor: '0' });
    inconsistent('factor', { ...housingCostBurden, factor: '-100' });
    inconsistent('factor', { ...population, factor: '1' });
    define({ ...housingCostBurden, factor: '1e2' }).thenRefused('decimal-invalid', 'input.factor');
  });

  it('takes a mean as a sum over a number, without a factor', () => {
    const { factor: _, ...rest } = housingCostBurden;
    const mean: IndicatorDefinition = { ...rest, kind: 'MEAN', proportion: false };
    define(mean).then(defined(mean));
    define({ ...mean, factor: '1.0' }).then(defined({ ...mean, factor: '1.0' }));
    inconsistent('factor', { ...mean, factor: '100' });
    inconsistent('proportion', { ...mean, proportion: true });
  });

  it('rolls up no median, index, survey estimate, rank or quality', () => {
    const kinds = [
      'MEDIAN_OR_PERCENTILE',
      'INDEX_PUBLISHED',
      'SURVEY_ESTIMATE',
      'ORDINAL',
      'QUALITATIVE',
    ] as const;
    for (const kind of kinds) {
      const published: IndicatorDefinition = { ...crimeSeverityIndex, kind, decimals: 0 };
      for (const overTime of ['LAST', 'NONE'] as const)
        define({ ...published, overTime }).then(defined({ ...published, overTime }));
      inconsistent('overSpace', { ...published, overSpace: 'SUM' });
      inconsistent('overTime', { ...published, overTime: 'MEAN' });
    }
  });

  it('sums nothing over rolling years, which overlap', () => {
    const rolling: IndicatorDefinition = { ...discussions, periodKind: 'ROLLING_YEARS' };
    inconsistent('overTime', rolling);
    define({ ...rolling, overTime: 'NONE' }).then(defined({ ...rolling, overTime: 'NONE' }));
    inconsistent('overTime', { ...housingCostBurden, periodKind: 'ROLLING_YEARS' });
    const stock: IndicatorDefinition = { ...population, periodKind: 'ROLLING_YEARS' };
    define(stock).then(defined(stock));
    inconsistent('overTime', { ...stock, overTime: 'MEAN' });
  });

  it('counts in whole numbers and rounds to ten decimals at most', () => {
    define({ ...population, decimals: 0 }).then(defined({ ...population, decimals: 0 }));
    inconsistent('decimals', { ...population, decimals: 1 });
    inconsistent('decimals', { ...crimeSeverityIndex, kind: 'ORDINAL', decimals: 2 });
    for (const decimals of [-1, 11, 1.5])
      inconsistent('decimals', { ...crimeSeverityIndex, decimals });
  });

  it('reads a percentile off ascending buckets, and off nothing else', () => {
    const histogram = { percentile: '50', bounds: ['0', '7', '30'] };
    const wait: IndicatorDefinition = {
      ...crimeSeverityIndex,
      kind: 'MEDIAN_OR_PERCENTILE',
      overSpace: 'HISTOGRAM',
      overTime: 'HISTOGRAM',
      histogram,
    };
    define(wait).then(defined(wait));
    inconsistent('histogram', { ...wait, histogram: undefined });
    inconsistent('histogram', { ...wait, histogram: { ...histogram, bounds: ['0', '7', '7'] } });
    inconsistent('histogram', { ...wait, histogram: { ...histogram, percentile: '100' } });
    inconsistent('histogram', { ...housingCostBurden, histogram });
    define({ ...wait, histogram: { ...histogram, bounds: ['0', '1e2'] } }).thenRefused(
      'decimal-invalid',
      'input.histogram.bounds.1',
    );
  });

  it('asks how much, how well or who is better off of a service alone', () => {
    const served: IndicatorDefinition = { ...discussions, accountability: 'PERFORMANCE' };
    define({ ...served, question: 'HOW_WELL' }).then(defined({ ...served, question: 'HOW_WELL' }));
    inconsistent('question', served);
    inconsistent('question', {
      ...discussions,
      accountability: 'POPULATION',
      question: 'HOW_MUCH',
    });
    inconsistent('question', { ...discussions, question: 'HOW_MUCH' });
  });

  it('has steps on a scale alone, and a due day that can be counted', () => {
    const levels = [{ en: 'Low' }, { en: 'High' }];
    const scale: IndicatorDefinition = { ...crimeSeverityIndex, kind: 'ORDINAL', decimals: 0 };
    define({ ...scale, levels }).then(defined({ ...scale, levels }));
    inconsistent('levels', { ...population, levels });
    define({ ...scale, levels: [{ en: 'Low' }, { en: ' ' }] }).thenRefused(
      'text-required',
      'input.levels.1',
    );
    define({ ...population, dueWithinDays: 45 }).then(
      defined({ ...population, dueWithinDays: 45 }),
    );
    for (const dueWithinDays of [-1, 0.5, 3661])
      inconsistent('dueWithinDays', { ...population, dueWithinDays });
  });

  it('withholds below a coverage between nothing and everything', () => {
    const floored: IndicatorDefinition = { ...housingCostBurden, coverageFloor: '70' };
    for (const coverageFloor of ['0', '70', '100'])
      define({ ...floored, coverageFloor }).then(defined({ ...floored, coverageFloor }));
    inconsistent('coverageFloor', { ...floored, coverageFloor: '100.01' });
    inconsistent('coverageFloor', { ...floored, coverageFloor: '-1' });
    define({ ...floored, coverageFloor: '70%' }).thenRefused(
      'decimal-invalid',
      'input.coverageFloor',
    );
  });

  it('is broken down by dimensions that have a code list, each once', async () => {
    const around = surroundings({}, codeListsOf({ 'age-groups': ['0-17'], genders: ['women'] }));
    const input = { key, ...discussions };
    given()
      .when(await decisionOf(commands.defineIndicator, input, around))
      .then(defined(discussions));
    const zodiac = { ...input, dimensions: ['genders', 'zodiac'] };
    given()
      .when(await decisionOf(commands.defineIndicator, zodiac, around))
      .thenRefused('dimension-unknown', 'input.dimensions.1');
    inconsistent('dimensions', { ...discussions, dimensions: ['genders', 'genders'] });
  });

  it('expects reports from listed bodies that are registered, each once', async () => {
    const around = surroundings({
      'organization-3525005': [
        { type: 'OrganizationRegistered', data: { code: '3525005', kind: 'MUNICIPALITY' } },
      ],
    });
    const listed = (...bodies: string[]): IndicatorDefinition => ({
      ...population,
      universe: { kind: 'LISTED', bodies },
    });
    const defining = (definition: IndicatorDefinition) =>
      decisionOf(commands.defineIndicator, { key, ...definition }, around);
    given()
      .when(await defining(listed('3525005')))
      .then(defined(listed('3525005')));
    given()
      .when(await defining(listed('3525005', '3599999')))
      .thenRefused('organization-unknown', 'input.universe.bodies.1');
    given()
      .when(await defining(listed('3525005', '3525005')))
      .thenRefused('universe-invalid', 'input.universe.bodies.1');
  });
});
