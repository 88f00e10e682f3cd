import { describe, expect, it } from '@jest/globals';
import { foldEvents } from '../../../src/domain/fold.js';
import type { Happening } from '../../../src/domain/event.js';
import * as commands from '../../../src/domain/indicator/commands.js';
import * as decisions from '../../../src/domain/indicator/decide.js';
import type { IndicatorDefinition, IndicatorEvents } from '../../../src/domain/indicator/events.js';
import { indicator } from '../../../src/domain/indicator/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario, stored } from '../../support/scenario.js';
import { codeListsOf, decisionOf, surroundings } from '../../support/surroundings.js';
import { housingCostBurden, population } from './definitions.js';

type Event = Happening<IndicatorEvents>;
const { given } = scenario(indicator);
const key = 'housing-cost-burden';
const reason = { en: 'The census question changed' };

const defined = (definition: IndicatorDefinition): Event => ({
  type: 'IndicatorDefined',
  data: { key, ...definition },
});
const retired: Event = {
  type: 'IndicatorRetired',
  data: { retiredOn: '2024-06-01', reason: plainText(reason) },
};

describe('an indicator', () => {
  const renamed: IndicatorDefinition = { ...housingCostBurden, name: { en: 'Cost of housing' } };
  const revision = (
    definition: IndicatorDefinition,
    comparability: 'COMPARABLE' | 'BREAK' = 'COMPARABLE',
  ) => decisions.reviseIndicator({ indicator: key, definition, comparability, reason });
  const revised = (
    definition: IndicatorDefinition,
    comparability: 'COMPARABLE' | 'BREAK' = 'COMPARABLE',
  ): Event => ({
    type: 'IndicatorRevised',
    data: { ...definition, comparability, reason: plainText(reason) },
  });

  it('is revised by a whole definition that fits together, with a reason', () => {
    const after = given(defined(housingCostBurden));
    after.when(revision(renamed)).then(revised(renamed));
    after
      .when(revision({ ...renamed, factor: undefined }))
      .thenRefused('indicator-rule-inconsistent', 'input.factor');
    after
      .when(
        decisions.reviseIndicator({
          indicator: key,
          definition: renamed,
          comparability: 'COMPARABLE',
          reason: {},
        }),
      )
      .thenRefused('text-required', 'input.reason');
  });

  it('is revised under the same rules as it is defined', async () => {
    const around = surroundings({}, codeListsOf({ genders: ['women'] }));
    const revising = (definition: IndicatorDefinition) =>
      decisionOf(
        commands.reviseIndicator,
        { indicator: key, ...definition, comparability: 'COMPARABLE', reason },
        around,
      );
    const byGender: IndicatorDefinition = { ...renamed, dimensions: ['genders'] };
    given(defined(housingCostBurden))
      .when(await revising(byGender))
      .then(revised(byGender));
    given(defined(housingCostBurden))
      .when(await revising({ ...renamed, dimensions: ['zodiac'] }))
      .thenRefused('dimension-unknown', 'input.dimensions.0');
  });

  it('is defined anew when its definition was recorded in error', () => {
    const inError = {
      type: 'DecisionRecordedInError',
      data: { revision: 0, reason: plainText(reason) },
    } as never;
    given(defined(housingCostBurden), revised(renamed), inError)
      .when(decisions.defineIndicator({ key, definition: population }))
      .then(defined(population));
  });

  it('starts another series when it measures something else', () => {
    const after = given(defined(housingCostBurden));
    const perThousand: IndicatorDefinition = { ...housingCostBurden, factor: '1000' };
    after
      .when(revision(perThousand))
      .thenRefused('indicator-rule-inconsistent', 'input.comparability');
    after
      .when(revision({ ...housingCostBurden, periodKind: 'QUARTER' }))
      .thenRefused('indicator-rule-inconsistent', 'input.comparability');
    after.when(revision(perThousand, 'BREAK')).then(revised(perThousand, 'BREAK'));
  });

  it('counts its versions and remembers the breaks', () => {
    const events = [defined(housingCostBurden), revised(renamed), revised(renamed, 'BREAK')];
    expect(foldEvents(indicator.fold as never, stored(events))).toEqual({
      status: 'defined',
      key,
      definition: renamed,
      version: 3,
      versions: [
        { version: 1, isBreak: false },
        { version: 2, isBreak: false },
        { version: 3, isBreak: true },
      ],
    });
  });

  it('is retired once, on a day that has come', () => {
    const retire = (retiredOn: string) =>
      decisions.retireIndicator({ indicator: key, retiredOn, reason, today: '2024-06-15' });
    const after = given(defined(housingCostBurden));
    after.when(retire('2024-06-01')).then(retired);
    after
      .when(
        decisions.retireIndicator({
          indicator: key,
          retiredOn: '2024-06-01',
          reason: {},
          today: '2024-06-15',
        }),
      )
      .thenRefused('text-required', 'input.reason');
    after.when(retire('2024-06-31')).thenRefused('date-invalid', 'input.retiredOn');
    after.when(retire('2024-06-16')).thenRefused('date-in-the-future', 'input.retiredOn');
    given(defined(housingCostBurden), retired)
      .when(retire('2024-06-01'))
      .thenRefused('indicator-retired', 'input.indicator');
    given(defined(housingCostBurden), retired)
      .when(revision(renamed))
      .thenRefused('indicator-retired', 'input.indicator');
  });

  it('is unknown before it is defined, and under another spelling of its key', () => {
    given().when(revision(renamed)).thenRefused('indicator-unknown', 'input.indicator');
    given(defined(housingCostBurden))
      .when(
        decisions.reviseIndicator({
          indicator: 'housing_cost_burden',
          definition: renamed,
          comparability: 'COMPARABLE',
          reason,
        }),
      )
      .thenRefused('indicator-unknown', 'input.indicator');
  });
});
