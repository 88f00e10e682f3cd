import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Happening } from '../../../src/domain/event.js';
import { foldEvents } from '../../../src/domain/fold.js';
import { compareObservation } from '../../../src/domain/observation/compare-observation.js';
import * as decisions from '../../../src/domain/observation/decide.js';
import type { ObservationEvents } from '../../../src/domain/observation/events.js';
import { observation, type ObservationState } from '../../../src/domain/observation/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario, stored } from '../../support/scenario.js';
import { crimeSeverityIndex } from '../indicator/definitions.js';
import { burdenOfHamilton, details, inUse, recorded } from './observed.js';

type Event = Happening<ObservationEvents>;
type Details = decisions.ObservationDetails;
const { given } = scenario(observation);
const reason = { en: 'Two dwellings were counted twice' };

const corrected = (changes: Partial<Details>): Event => ({
  type: 'ObservationCorrected',
  data: { ...recorded({ ...burdenOfHamilton, ...changes }).data, reason: plainText(reason) },
});
const { indicator, geography, period, categories } = recorded(burdenOfHamilton).data;
const withdrawn: Event = {
  type: 'ObservationWithdrawn',
  data: { indicator, geography, period, categories, reason: plainText(reason) },
};
const correct = (changes: Partial<Details>) =>
  decisions.correctObservation({ ...burdenOfHamilton, ...changes, reason });
const stateAfter = (...events: readonly Event[]): ObservationState =>
  foldEvents(observation.fold as never, stored(events));

describe('correcting an observation', () => {
  const after = given(recorded(burdenOfHamilton));

  it('says it anew, with a reason', () => {
    after.when(correct({ numerator: '56288' })).then(corrected({ numerator: '56288' }));
    after
      .when(decisions.correctObservation({ ...burdenOfHamilton, numerator: '56288', reason: {} }))
      .thenRefused('text-required', 'input.reason');
  });

  it('is under the rules of recording', () => {
    after
      .when(correct({ numerator: '221216' }))
      .thenRefused('numerator-above-denominator', 'input.numerator');
    after
      .when(correct({ indicator: { ...burdenOfHamilton.indicator, status: 'retired' } }))
      .thenRefused('indicator-retired', 'input.indicator');
  });

  it('needs an observation to correct', () => {
    given().when(correct({})).thenRefused('observation-unknown', 'input.period');
    after.when(correct({ period: '2016' })).thenRefused('observation-unknown', 'input.period');
  });

  it('is refused when nothing changes, however the numbers are written', () => {
    after.when(correct({})).thenRefused('observation-unchanged');
    after.when(correct({ numerator: '56290.00' })).thenRefused('observation-unchanged');
    after.when(correct({ value: '25.45' })).thenRefused('observation-unchanged');
    given(recorded(burdenOfHamilton), corrected({ numerator: '56288' }))
      .when(correct({}))
      .then(corrected({}));
  });

  it('changes status, flags and missing units as well as numbers', () => {
    const none = { numerator: undefined, denominator: undefined };
    const partial = { flags: ['PARTIAL'], missingUnits: { missing: 1, total: 9 } } as const;
    for (const changes of [
      { ...none, status: 'SUPPRESSED_AT_SOURCE' },
      { flags: ['PROVISIONAL'] },
      partial,
      { sourceReleasedOn: '2022-09-21' },
    ] as const)
      after.when(correct(changes)).then(corrected(changes));
    given(recorded({ ...burdenOfHamilton, ...partial }))
      .when(correct({ ...partial, missingUnits: { missing: 2, total: 9 } }))
      .then(corrected({ ...partial, missingUnits: { missing: 2, total: 9 } }));
  });

  it('gives a withdrawn observation its number back', () => {
    given(recorded(burdenOfHamilton), withdrawn).when(correct({})).then(corrected({}));
  });

  it('stands when the record before it was in error', () => {
    const inError = {
      type: 'DecisionRecordedInError',
      data: { revision: 0, reason: plainText(reason) },
    } as never;
    given(recorded(burdenOfHamilton), corrected({ numerator: '56288' }), inError)
      .when(correct({ numerator: '56288' }))
      .thenRefused('observation-unchanged');
  });
});

describe('withdrawing an observation', () => {
  const withdraw = (changes: Partial<Details> = {}) =>
    decisions.withdrawObservation({ ...burdenOfHamilton, ...changes, reason });

  it('takes the number and leaves the key, with a reason', () => {
    const after = given(recorded(burdenOfHamilton));
    after.when(withdraw()).then(withdrawn);
    after
      .when(decisions.withdrawObservation({ ...burdenOfHamilton, reason: { en: ' ' } }))
      .thenRefused('text-required', 'input.reason');
  });

  it('happens once, to what was recorded', () => {
    given(recorded(burdenOfHamilton), withdrawn)
      .when(withdraw())
      .thenRefused('observation-withdrawn', 'input.period');
    given().when(withdraw()).thenRefused('observation-unknown', 'input.period');
    const women = { dimension: 'genders', category: 'women' };
    given(recorded({ ...burdenOfHamilton, categories: [women] }))
      .when(withdraw({ period: '2021 genders=women' }))
      .thenRefused('observation-unknown', 'input.period');
  });

  it('leaves it to be corrected, not recorded again', () => {
    given(recorded(burdenOfHamilton), withdrawn)
      .when(decisions.recordObservation(burdenOfHamilton))
      .thenRefused('observation-exists', 'input.period');
  });

  it('is possible after its indicator was retired', () => {
    given(recorded(burdenOfHamilton))
      .when(withdraw({ indicator: { ...burdenOfHamilton.indicator, status: 'retired' } }))
      .then(withdrawn);
  });

  it('of what was recorded in error changes nothing', () => {
    const inError = {
      type: 'DecisionRecordedInError',
      data: { revision: 0, reason: plainText(reason) },
    } as never;
    given(recorded(burdenOfHamilton), withdrawn, inError)
      .when(decisions.recordObservation(burdenOfHamilton))
      .then(recorded(burdenOfHamilton));
  });
});

describe('comparing an observation with the record', () => {
  const canada2023 = details({
    indicator: inUse('crime-severity-index', crimeSeverityIndex),
    body: undefined,
    geography: { kind: 'AREA', code: '01' },
    period: '2023',
    value: '81.20',
    sourceReleasedOn: '2023-07-31',
  });
  const state = stateAfter(recorded(canada2023));
  const compare = (changes: Partial<Details>) =>
    compareObservation(state, { ...canada2023, ...changes });

  it('finds it new, the same or changed', () => {
    expect(compareObservation(null, canada2023)).toBe('new');
    expect(compare({ period: '2022' })).toBe('new');
    expect(compare({ value: '81.2' })).toBe('same');
    expect(compare({ value: '81.27' })).toBe('changed');
    expect(compare({ value: undefined, status: 'NOT_REPORTED' })).toBe('changed');
  });

  it('tells a bare rate from its parts', () => {
    const parts = { value: undefined, numerator: '812', denominator: '1000' };
    expect(compare(parts)).toBe('changed');
    const withParts = stateAfter(recorded({ ...canada2023, ...parts }));
    expect(compareObservation(withParts, canada2023)).toBe('changed');
    expect(compareObservation(withParts, { ...canada2023, ...parts, value: '81.2' })).toBe('same');
    const otherBase = { ...canada2023, ...parts, denominator: '2000' };
    expect(compareObservation(withParts, otherBase)).toBe('changed');
  });

  it('takes a later release of the same number for no revision', () => {
    expect(compare({ sourceReleasedOn: '2024-06-01' })).toBe('same');
    expect(compare({ sourceReleasedOn: '2022-07-31' })).toBe('changed');
    expect(compare({ sourceReleasedOn: undefined })).toBe('changed');
  });

  it('minds no order of categories or flags', () => {
    const choices = fc.uniqueArray(
      fc.record({
        dimension: fc.constantFrom('age-groups', 'genders', 'sectors', 'tiers'),
        category: fc.constantFrom('a', 'b'),
      }),
      { selector: ({ dimension }) => dimension },
    );
    const flags = fc.uniqueArray(fc.constantFrom('PROVISIONAL', 'ESTIMATED', 'BREAK'));
    fc.assert(
      fc.property(choices, flags, (some, said) => {
        const one = { ...canada2023, categories: some, flags: said as Details['flags'] };
        const reversed = {
          ...one,
          categories: some.toReversed(),
          flags: one.flags.toReversed(),
        };
        expect(compareObservation(stateAfter(recorded(one)), reversed)).toBe('same');
      }),
    );
  });
});
