import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDecimal } from '../../../src/domain/decimal.js';
import * as decisions from '../../../src/domain/observation/decide.js';
import { observation } from '../../../src/domain/observation/state.js';
import { scenario } from '../../support/scenario.js';
import { crimeSeverityIndex, discussions } from '../indicator/definitions.js';
import { burdenOfHamilton, details, hamilton, inUse, recorded } from './observed.js';

const { given } = scenario(observation);

const record = (changes: Partial<decisions.ObservationDetails>) =>
  given().when(decisions.recordObservation({ ...burdenOfHamilton, ...changes }));

describe('the flags of an observation', () => {
  const missingUnits = { missing: 3, total: 27 };

  it('say PARTIAL of a number that names missing units, and may say it without', () => {
    const partial = { flags: ['PARTIAL'] as const, missingUnits };
    record(partial).then(recorded({ ...burdenOfHamilton, ...partial }));
    record({ flags: ['PARTIAL'] }).then(recorded({ ...burdenOfHamilton, flags: ['PARTIAL'] }));
    record({ missingUnits }).thenRefused('flag-inconsistent', 'input.flags');
  });

  it('say PARTIAL of no number that is not there', () => {
    const suppressed = {
      status: 'SUPPRESSED_AT_SOURCE',
      numerator: undefined,
      denominator: undefined,
      missingUnits: { missing: 27, total: 27 },
    } as const;
    record(suppressed).then(recorded({ ...burdenOfHamilton, ...suppressed }));
    record({ ...suppressed, flags: ['PARTIAL'] }).thenRefused('flag-inconsistent', 'input.flags');
  });

  it('count no more missing units than there are', () => {
    for (const units of [
      { missing: 0, total: 27 },
      { missing: 28, total: 27 },
      { missing: 1.5, total: 27 },
    ])
      record({ flags: ['PARTIAL'], missingUnits: units }).thenRefused(
        'flag-inconsistent',
        'input.missingUnits',
      );
  });

  it('are each said once', () => {
    const flags = ['PROVISIONAL', 'REVISED'] as const;
    record({ flags }).then(recorded({ ...burdenOfHamilton, flags }));
    record({ flags: ['PROVISIONAL', 'PROVISIONAL'] }).thenRefused(
      'flag-inconsistent',
      'input.flags',
    );
  });
});

describe('the period of an observation', () => {
  it('is well-formed, of the indicator’s kind and has begun', () => {
    record({ period: '2021-2023' }).thenRefused('period-invalid', 'input.period');
    record({ period: '2021/2023' }).thenRefused('period-kind-mismatch', 'input.period');
    record({ period: '2025' }).thenRefused('period-in-the-future', 'input.period');
    record({ period: '2024' }).then(recorded({ ...burdenOfHamilton, period: '2024' }));
  });

  it('may begin today', () => {
    const perDay = inUse('shelter-beds', { ...discussions, periodKind: 'DAY' });
    const beds = (period: string) => details({ indicator: perDay, value: '12', period });
    const today = beds('2024-06-15');
    given().when(decisions.recordObservation(today)).then(recorded(today));
    given()
      .when(decisions.recordObservation(beds('2024-06-16')))
      .thenRefused('period-in-the-future', 'input.period');
  });

  it('is one for which the body belongs to the universe', () => {
    const durham = { ...hamilton, code: '3518', tier: 'UPPER' };
    record({ body: durham }).thenRefused('body-outside-universe', 'input.organization');
    const ended = { ...hamilton, endedOn: '2021-07-01' };
    record({ body: ended }).thenRefused('body-outside-universe', 'input.organization');
    const before = { body: ended, period: '2020' };
    record(before).then(recorded({ ...burdenOfHamilton, ...before }));
  });
});

describe('the day its source published an observation', () => {
  it('exists and has come', () => {
    for (const sourceReleasedOn of ['2022-09-21', '2024-06-15'])
      record({ sourceReleasedOn }).then(recorded({ ...burdenOfHamilton, sourceReleasedOn }));
    record({ sourceReleasedOn: '2022-02-30' }).thenRefused(
      'date-invalid',
      'input.sourceReleasedOn',
    );
    record({ sourceReleasedOn: '2024-06-16' }).thenRefused(
      'date-in-the-future',
      'input.sourceReleasedOn',
    );
  });
});

describe('the categories of an observation', () => {
  const women = { dimension: 'genders', category: 'women' };
  const children = { dimension: 'age-groups', category: '0-17' };
  const girls = details({
    indicator: inUse('situation-table-discussions', discussions),
    period: '2024-Q1',
    value: '12',
    categories: [children, women],
  });
  const recordGirls = (categories: decisions.ObservationDetails['categories']) =>
    given().when(decisions.recordObservation({ ...girls, categories }));

  it('come from the dimensions of the indicator, by codes of their lists', () => {
    recordGirls(girls.categories).then(recorded(girls));
    recordGirls([{ dimension: 'genders', category: 'dragons' }]).thenRefused(
      'category-unknown',
      'input.categories.0',
    );
    recordGirls([women, { dimension: 'zodiac', category: 'leo' }]).thenRefused(
      'category-unknown',
      'input.categories.1',
    );
    record({ categories: [women] }).thenRefused('category-unknown', 'input.categories.0');
  });

  it('name each dimension once', () => {
    recordGirls([women, children, { ...women, category: 'men' }]).thenRefused(
      'category-duplicate',
      'input.categories.2',
    );
  });

  it('are the same in any order', () => {
    recordGirls([women, children]).then(recorded(girls));
    given(recorded(girls))
      .when(decisions.recordObservation({ ...girls, categories: [women, children] }))
      .thenRefused('observation-exists', 'input.period');
  });
});

describe('an observation', () => {
  it('is recorded once for a body or area, period and breakdown', () => {
    const after = given(recorded(burdenOfHamilton));
    after
      .when(decisions.recordObservation(burdenOfHamilton))
      .thenRefused('observation-exists', 'input.period');
    const earlier = { ...burdenOfHamilton, period: '2016' };
    after.when(decisions.recordObservation(earlier)).then(recorded(earlier));
  });

  it('of a municipality is not that of the census division of the same code', () => {
    const upperTier = { kind: 'BODY', code: '3518' } as const;
    const division = { geography: { kind: 'AREA', code: '3518' }, body: undefined } as const;
    const published = { ...burdenOfHamilton, ...division };
    given(recorded({ ...burdenOfHamilton, geography: upperTier }))
      .when(decisions.recordObservation(published))
      .then(recorded(published));
  });

  it('is refused once its indicator is retired', () => {
    const indicator = { ...burdenOfHamilton.indicator, status: 'retired' as const };
    record({ indicator }).thenRefused('indicator-retired', 'input.indicator');
  });

  it('names the version of the definition it was made under', () => {
    const indicator = { ...burdenOfHamilton.indicator, version: 3 };
    record({ indicator }).then(recorded({ ...burdenOfHamilton, indicator }));
  });

  it('keeps any exact decimal as it was written', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,19})(\.\d{1,19})?$/).filter(isDecimal);
    const survey = inUse('belonging', {
      ...crimeSeverityIndex,
      kind: 'SURVEY_ESTIMATE',
      universe: { kind: 'MUNICIPALITIES' },
    });
    fc.assert(
      fc.property(digits, (value) => {
        const estimate = details({ indicator: survey, value });
        const decision = decisions.recordObservation(estimate)(null);
        expect(decision).toEqual({ accepted: true, events: [recorded(estimate)] });
      }),
    );
  });
});
