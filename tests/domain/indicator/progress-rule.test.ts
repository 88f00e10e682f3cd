import { describe, expect, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import { foldEvents } from '../../../src/domain/fold.js';
import * as commands from '../../../src/domain/indicator/commands-progress.js';
import * as decisions from '../../../src/domain/indicator/decide-progress.js';
import type { IndicatorEvents, ProgressRule } from '../../../src/domain/indicator/events.js';
import { indicator } from '../../../src/domain/indicator/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario, stored } from '../../support/scenario.js';
import { codeListsOf, decisionOf, surroundings } from '../../support/surroundings.js';
import { crimeSeverityIndex, population } from './definitions.js';

type Event = Happening<IndicatorEvents>;
const { given } = scenario(indicator);
const key = 'crime-severity-index';
const reason = { en: 'Agreed with the chiefs of police', fr: 'Convenu avec les chefs de police' };
const today = '2024-06-15';

const defined: Event = { type: 'IndicatorDefined', data: { key, ...crimeSeverityIndex } };
const retired: Event = {
  type: 'IndicatorRetired',
  data: { retiredOn: '2024-06-01', reason: plainText(reason) },
};

const rule: ProgressRule = {
  baselinePeriod: '2015',
  target: { period: '2030', value: '45' },
  limit: '0',
  cutOffs: { withTarget: { substantial: '0.9', moderate: '0.5' } },
  tolerance: '1.5',
};
const set = (changes: Partial<ProgressRule> = {}) =>
  decisions.setProgressRule({ indicator: key, rule: { ...rule, ...changes }, reason, today });
const ruleSet: Event = {
  type: 'ProgressRuleSet',
  data: { ...rule, reason: plainText(reason) },
};

describe('the rule of progress', () => {
  it('is set as a whole, by a ministry that says why if it wants to', () => {
    given(defined).when(set()).then(ruleSet);
    given(defined)
      .when(decisions.setProgressRule({ indicator: key, rule: {}, today }))
      .then({ type: 'ProgressRuleSet', data: {} });
    expect(commands.setProgressRule.roles).toEqual([
      'ministry-analyst',
      'ministry-reviewer',
      'administrator',
    ]);
  });

  it('is replaced by another, and by the same not at all', () => {
    given(defined, ruleSet).when(set()).thenRefused('nothing-to-revise', 'input');
    given(defined, ruleSet)
      .when(set({ tolerance: '2' }))
      .then({
        type: 'ProgressRuleSet',
        data: { ...rule, tolerance: '2', reason: plainText(reason) },
      });
  });

  it.each([
    ['a baseline still to come', { baselinePeriod: '2025' }, 'period-in-the-future'],
    ['a baseline of another kind', { baselinePeriod: '2015-Q1' }, 'period-kind-mismatch'],
    ['no period', { target: { period: 'soon', value: '45' } }, 'period-invalid'],
    ['a target before it', { target: { period: '2014', value: '45' } }, undefined],
    ['a target that is no number', { target: { period: '2030', value: '4e1' } }, 'decimal-invalid'],
    ['a limit that is no number', { limit: 'none' }, 'decimal-invalid'],
    ['a tolerance below zero', { tolerance: '-1' }, undefined],
    [
      'cut-offs the wrong way round',
      { cutOffs: { withoutTarget: { substantial: '0.005', moderate: '0.015' } } },
      undefined,
    ],
    [
      'a cut-off of zero',
      { cutOffs: { withTarget: { substantial: '0.9', moderate: '0' } } },
      undefined,
    ],
  ] as const)('is refused with %s', (_, changes, code) => {
    given(defined)
      .when(set(changes))
      .thenRefused(code ?? 'progress-rule-inconsistent');
  });

  it('is not for an indicator that is watched only, unknown or retired', () => {
    given({ type: 'IndicatorDefined', data: { key, ...population } })
      .when(set())
      .thenRefused('progress-rule-inconsistent', 'input.indicator');
    given().when(set()).thenRefused('indicator-unknown');
    given(defined, retired).when(set()).thenRefused('indicator-retired');
  });

  it('ends with its series, and outlives a comparable revision', () => {
    const revised = (comparability: 'COMPARABLE' | 'BREAK'): Event => ({
      type: 'IndicatorRevised',
      data: { ...crimeSeverityIndex, comparability, reason: plainText(reason) },
    });
    const after = (comparability: 'COMPARABLE' | 'BREAK') =>
      foldEvents(indicator.fold as never, stored([defined, ruleSet, revised(comparability)]));
    expect(after('COMPARABLE')).toMatchObject({ progressRule: rule });
    expect(after('BREAK')).toMatchObject({ progressRule: undefined });
  });
});

describe('a judgment of progress', () => {
  const judged = { period: '2023', status: 'LIMITED', reason } as const;
  const geography = { kind: 'AREA', code: '35' } as const;
  const event: Event = {
    type: 'ProgressJudged',
    data: { geography, period: '2023', status: 'LIMITED', reason: plainText(reason) },
  };
  const hamilton = {
    type: 'OrganizationRegistered',
    data: {
      code: '3525005',
      kind: 'MUNICIPALITY',
      tier: 'SINGLE',
      name: { en: 'Hamilton' },
      existsFrom: '2001-01-01',
    },
  };
  const around = surroundings(
    { 'organization-3525005': [hamilton] },
    codeListsOf({ 'reference-areas': ['35', '01'] }),
  );
  const judge = (input: object) =>
    decisionOf(commands.judgeProgress, { indicator: key, ...judged, ...input }, around);

  it('is of an area or of a body, with a reason', async () => {
    given(defined)
      .when(await judge({ area: '35' }))
      .then(event);
    given(defined)
      .when(await judge({ organization: '3525005' }))
      .then({
        ...event,
        data: { ...event.data, geography: { kind: 'BODY', code: '3525005' } },
      } as Event);
    given(defined)
      .when(await judge({ area: '35', reason: {} }))
      .thenRefused('text-required', 'input.reason');
  });

  it('names one place that exists, and a period that has begun', async () => {
    const after = given(defined);
    after.when(await judge({})).thenRefused('geography-ambiguous');
    after
      .when(await judge({ area: '35', organization: '3525005' }))
      .thenRefused('geography-ambiguous');
    after.when(await judge({ area: '99' })).thenRefused('area-unknown', 'input.area');
    after.when(await judge({ organization: '1' })).thenRefused('organization-unknown');
    after.when(await judge({ area: '35', period: '2025' })).thenRefused('period-in-the-future');
  });

  it('is withdrawn while it stands, once', async () => {
    const withdrawing = { indicator: key, area: '35', period: '2023', reason };
    const withdraw = await decisionOf(commands.withdrawProgressJudgement, withdrawing, around);
    const withdrawn: Event = {
      type: 'ProgressJudgementWithdrawn',
      data: { geography, period: '2023', reason: plainText(reason) },
    };
    given(defined, event).when(withdraw).then(withdrawn);
    given(defined, event, withdrawn).when(withdraw).thenRefused('judgement-unknown');
    given(defined).when(withdraw).thenRefused('judgement-unknown', 'input.period');
    const otherPeriod = { ...withdrawing, period: '2022' };
    given(defined, event)
      .when(await decisionOf(commands.withdrawProgressJudgement, otherPeriod, around))
      .thenRefused('judgement-unknown');
  });
});
