import { describe, it } from '@jest/globals';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import * as decisions from '../../../src/domain/observation/decide.js';
import { observation } from '../../../src/domain/observation/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';
import { crimeSeverityIndex, housingCostBurden, population } from '../indicator/definitions.js';
import { burdenOfHamilton, details, inUse, recorded } from './observed.js';

const { given } = scenario(observation);

const record = (changes: Partial<decisions.ObservationDetails>) =>
  given().when(decisions.recordObservation({ ...burdenOfHamilton, ...changes }));

const counted = (value: string, changes: Partial<decisions.ObservationDetails> = {}) =>
  details({ indicator: inUse('population', population), value, ...changes });
const count = (value: string, changes: Partial<decisions.ObservationDetails> = {}) =>
  given().when(decisions.recordObservation(counted(value, changes)));

const canada = { geography: { kind: 'AREA', code: '01' }, body: undefined } as const;

describe('an observation of a ratio', () => {
  it('keeps the numerator and the denominator', () => {
    record({}).then(recorded(burdenOfHamilton));
  });

  it('may repeat its value, which is checked and not kept', () => {
    for (const value of ['25.45', '25.4458', '25.450'])
      record({ value }).then(recorded(burdenOfHamilton));
    record({ value: '25.44' }).thenRefused('value-inconsistent', 'input.value');
  });

  it('of a body is never a bare rate', () => {
    const bare = { value: '25.45', numerator: undefined, denominator: undefined };
    record(bare).thenRefused('ratio-parts-required', 'input.numerator');
    record({ denominator: undefined }).thenRefused('ratio-parts-required', 'input.denominator');
  });

  it('of an area may be the bare rate its source published', () => {
    const published = details({ ...canada, value: '24.07' });
    given().when(decisions.recordObservation(published)).then(recorded(published));
    const nothing = details(canada);
    given().when(decisions.recordObservation(nothing)).thenRefused('value-required', 'input.value');
    given()
      .when(decisions.recordObservation({ ...published, numerator: '1286490' }))
      .thenRefused('ratio-parts-required', 'input.denominator');
  });

  it('of an area may be its parts', () => {
    const parts = { numerator: '1286490', denominator: '5344110' };
    const published = details({ ...canada, ...parts });
    given().when(decisions.recordObservation(published)).then(recorded(published));
  });

  it('has no denominator of zero and no negative part', () => {
    record({ denominator: '0.00' }).thenRefused('denominator-zero', 'input.denominator');
    record({ numerator: '-1' }).thenRefused('negative-count', 'input.numerator');
    record({ denominator: '-1' }).thenRefused('negative-count', 'input.denominator');
  });

  it('that is a proportion has no numerator above its denominator', () => {
    record({ numerator: '221216' }).thenRefused('numerator-above-denominator', 'input.numerator');
    const all = { numerator: '221215' };
    record(all).then(recorded({ ...burdenOfHamilton, ...all }));
    const perPerson = inUse('calls-per-person', { ...housingCostBurden, proportion: false });
    const many = { indicator: perPerson, numerator: '221216' };
    record(many).then(recorded({ ...burdenOfHamilton, ...many }));
  });

  it('is no percentage, exponent or grouped number', () => {
    for (const text of ['1e5', '73%', '1 234,5', '', '+1', 'NA', '..', 'x'])
      record({ numerator: text }).thenRefused('decimal-invalid', 'input.numerator');
  });
});

describe('an observation of a mean', () => {
  it('is a sum over a number', () => {
    const { factor: _, ...rest } = housingCostBurden;
    const definition: IndicatorDefinition = { ...rest, kind: 'MEAN', proportion: false };
    const mean = { ...burdenOfHamilton, indicator: inUse('days-to-close', definition) };
    const days = { ...mean, numerator: '1234.5', denominator: '100' };
    given().when(decisions.recordObservation(days)).then(recorded(days));
    given()
      .when(decisions.recordObservation({ ...days, value: '12.35' }))
      .then(recorded(days));
    given()
      .when(decisions.recordObservation({ ...days, numerator: undefined, value: '12.35' }))
      .thenRefused('ratio-parts-required', 'input.numerator');
  });
});

describe('an observation of a count', () => {
  it('is a whole number, zero included', () => {
    for (const value of ['569353', '0', '12.0']) count(value).then(recorded(counted(value)));
    count('12.5').thenRefused('count-not-whole', 'input.value');
    count('-1').thenRefused('negative-count', 'input.value');
  });

  it('has a value and no parts', () => {
    given()
      .when(decisions.recordObservation(details({ indicator: inUse('population', population) })))
      .thenRefused('value-required', 'input.value');
    count('1', { denominator: '2' }).thenRefused('value-not-expected', 'input.denominator');
  });
});

describe('an observation of another kind', () => {
  const of = (kind: IndicatorDefinition['kind'], value: string | undefined) =>
    details({
      indicator: inUse('perceived-safety', {
        ...crimeSeverityIndex,
        kind,
        universe: { kind: 'MUNICIPALITIES' },
      }),
      value,
    });
  const recordOf = (kind: IndicatorDefinition['kind'], value: string | undefined) =>
    given().when(decisions.recordObservation(of(kind, value)));

  it('is a value alone', () => {
    for (const kind of ['MEDIAN_OR_PERCENTILE', 'INDEX_PUBLISHED', 'SURVEY_ESTIMATE'] as const) {
      recordOf(kind, '-3.25').then(recorded(of(kind, '-3.25')));
      recordOf(kind, undefined).thenRefused('value-required', 'input.value');
    }
  });

  it('is a whole rank', () => {
    recordOf('ORDINAL', '4').then(recorded(of('ORDINAL', '4')));
    recordOf('ORDINAL', '4.5').thenRefused('count-not-whole', 'input.value');
  });

  it('is a quality in words that has no number', () => {
    const words = plainText({ en: 'People walk home later' });
    const told = { ...of('QUALITATIVE', undefined), narrative: words };
    given().when(decisions.recordObservation(told)).then(recorded(told));
    recordOf('QUALITATIVE', undefined).thenRefused('text-required', 'input.narrative');
    given()
      .when(decisions.recordObservation({ ...told, value: '4' }))
      .thenRefused('value-not-expected', 'input.value');
    given()
      .when(decisions.recordObservation({ ...of('ORDINAL', '4'), narrative: words }))
      .thenRefused('value-not-expected', 'input.narrative');
  });

  it('is a step of the scale that is declared', () => {
    const scale = { ...of('ORDINAL', '3') };
    const levels = [{ en: 'Low' }, { en: 'Medium' }, { en: 'High' }];
    const { definition } = scale.indicator;
    const indicator = { ...scale.indicator, definition: { ...definition, levels } };
    const step = (value: string) =>
      given().when(decisions.recordObservation({ ...scale, indicator, value }));
    step('3').then(recorded({ ...scale, indicator, value: '3' }));
    step('4').thenRefused('level-unknown', 'input.value');
    step('0').thenRefused('level-unknown', 'input.value');
  });

  it('is an estimate within its confidence interval', () => {
    const estimate = of('SURVEY_ESTIMATE', '18.2');
    const within = (lower: string, upper: string, level = '95') => {
      const told = { ...estimate, interval: { lower, upper, level } };
      return { told, decided: given().when(decisions.recordObservation(told)) };
    };
    const { told, decided } = within('17.1', '19.4');
    decided.then(recorded(told));
    for (const interval of [
      within('18.3', '19.4'),
      within('17.1', '18.1'),
      within('17.1', '19.4', '100'),
      within('17.1', '19.4', '0'),
      within('about 17', '19.4'),
    ])
      interval.decided.thenRefused('interval-inconsistent', 'input.interval');
    given()
      .when(
        decisions.recordObservation({
          ...of('INDEX_PUBLISHED', '18.2'),
          interval: { lower: '17', upper: '19', level: '95' },
        }),
      )
      .thenRefused('value-not-expected', 'input.interval');
  });

  it('is a percentile, or the counts by bucket it is read off', () => {
    const median = of('MEDIAN_OR_PERCENTILE', undefined);
    const { definition } = median.indicator;
    const histogram = { percentile: '50', bounds: ['0', '7', '30', '90'] };
    const indicator = { ...median.indicator, definition: { ...definition, histogram } };
    const counts = (...buckets: string[]) => {
      const told = { ...median, indicator, histogram: buckets };
      return { told, decided: given().when(decisions.recordObservation(told)) };
    };
    const { told, decided } = counts('4', '0', '6');
    decided.then(recorded(told));
    counts('4', '6').decided.thenRefused('histogram-inconsistent', 'input.histogram');
    counts('4', '-1', '6').decided.thenRefused('negative-count', 'input.histogram.1');
    counts('4', '0.5', '6').decided.thenRefused('count-not-whole', 'input.histogram.1');
    given()
      .when(decisions.recordObservation({ ...median, histogram: ['4', '0', '6'] }))
      .thenRefused('value-not-expected', 'input.histogram');
  });
});

describe('a status', () => {
  const nothing = { numerator: undefined, denominator: undefined };

  it('without a number says why there is none', () => {
    for (const status of ['NOT_REPORTED', 'NOT_APPLICABLE', 'SUPPRESSED_AT_SOURCE'] as const) {
      record({ ...nothing, status }).then(recorded({ ...burdenOfHamilton, ...nothing, status }));
      record({ ...nothing, status, value: '0' }).thenRefused('value-not-expected', 'input.value');
      record({ status }).thenRefused('value-not-expected', 'input.numerator');
    }
  });

  it('of withdrawal is not recorded but decided', () => {
    record({ ...nothing, status: 'WITHDRAWN' }).thenRefused(
      'status-not-recordable',
      'input.status',
    );
  });
});
