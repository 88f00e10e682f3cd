import { describe, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import * as risks from '../../../src/domain/plan/decide-risks.js';
import * as decisions from '../../../src/domain/plan/decide.js';
import type { PlanEvents } from '../../../src/domain/plan/events.js';
import { plan } from '../../../src/domain/plan/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';

type Event = Happening<PlanEvents>;
const { given } = scenario(plan);

const kincardine = '3541024';
const brockton = '3541032';
const riskId = `risk-${'a'.repeat(32)}`;
const otherRisk = `risk-${'b'.repeat(32)}`;
const strategyId = `strategy-${'c'.repeat(32)}`;
const today = '2024-06-15';
const reason = { en: 'Decided by the advisory committee', fr: 'Décidé par le comité consultatif' };
const title = { en: 'A plan for Bruce County' };
const act = 'COMMUNITY_SAFETY_AND_POLICING_ACT' as const;

const opened: Event = {
  type: 'PlanOpened',
  data: { title: plainText(title), bodies: [kincardine, brockton], demonstration: false },
};
const identified = (id: string, code: string): Event => ({
  type: 'RiskIdentified',
  data: { riskId: id, code, listVersion: '1' },
});
const prioritized = (id: string, rank: number): Event => ({
  type: 'RiskPrioritized',
  data: { riskId: id, rank },
});
const details = {
  strategyId,
  title: { en: 'A situation table' },
  area: 'RISK_INTERVENTION' as const,
  sectors: ['police', 'mental-health'],
  risks: [riskId],
};
const strategyAdopted: Event = {
  type: 'StrategyAdopted',
  data: { ...details, title: plainText(details.title) },
};
const strategyRetired: Event = {
  type: 'StrategyRetired',
  data: { strategyId, reason: plainText(reason) },
};
const adoptedBy = (body: string): Event => ({
  type: 'PlanAdopted',
  data: { body, adoptedOn: '2024-06-03', resolution: '2024-101', act },
});
const left = (body: string): Event => ({
  type: 'BodyLeftPlan',
  data: { body, reason: plainText(reason) },
});
const published: Event = {
  type: 'PlanPublished',
  data: { url: 'https://example.org/plan', publishedOn: '2024-06-10' },
};
const adopt = (change: Partial<Parameters<typeof decisions.adoptPlan>[0]> = {}) =>
  decisions.adoptPlan({
    body: kincardine,
    adoptedOn: '2024-06-03',
    resolution: '2024-101',
    act,
    today,
    ...change,
  });
const publish = (change: Partial<Parameters<typeof decisions.publishPlan>[0]> = {}) =>
  decisions.publishPlan({
    url: 'https://example.org/plan',
    publishedOn: '2024-06-10',
    today,
    ...change,
  });

describe('a plan', () => {
  it('is opened by one body or by several', () => {
    const bodies = [kincardine, brockton];
    given()
      .when(decisions.openPlan({ title, bodies, demonstration: false }))
      .then(opened);
  });

  it('needs a title and a body, and names no body twice', () => {
    const open = (t: object, bodies: readonly string[]) =>
      given().when(decisions.openPlan({ title: t, bodies, demonstration: false }));
    open({}, [kincardine]).thenRefused('text-required', 'input.title');
    open({ en: 'x'.repeat(301) }, [kincardine]).thenRefused('text-too-long', 'input.title');
    open(title, []).thenRefused('bodies-required', 'input.bodies');
    open(title, [kincardine, kincardine]).thenRefused('body-already-joined', 'input.bodies.1');
  });

  it('must be open before anything is decided in it', () => {
    given().when(adopt()).thenRefused('plan-unknown', 'input.planId');
    given()
      .when(risks.prioritizeRisk({ riskId, rank: 1 }))
      .thenRefused('plan-unknown');
  });

  it('takes in a body once, and again after it left', () => {
    const join = decisions.joinPlan({ body: kincardine });
    given(opened).when(join).thenRefused('body-already-joined', 'input.body');
    given(opened, left(kincardine))
      .when(join)
      .then({ type: 'BodyJoinedPlan', data: { body: kincardine } });
  });

  it('keeps its last body', () => {
    const leave = decisions.leavePlan({ body: kincardine, reason });
    given(opened).when(leave).then(left(kincardine));
    given(opened, left(brockton)).when(leave).thenRefused('last-body');
    given(opened, left(kincardine)).when(leave).thenRefused('body-not-in-plan');
  });

  it('is adopted by each body once, with its resolution, on a day that has come', () => {
    given(opened).when(adopt()).then(adoptedBy(kincardine));
    given(opened, adoptedBy(kincardine)).when(adopt()).thenRefused('plan-already-adopted');
    given(opened, left(kincardine)).when(adopt()).thenRefused('body-not-in-plan', 'input.body');
    given(opened)
      .when(adopt({ resolution: ' ' }))
      .thenRefused('resolution-required');
    given(opened)
      .when(adopt({ adoptedOn: '2024-02-30' }))
      .thenRefused('date-invalid');
    given(opened)
      .when(adopt({ adoptedOn: '2024-06-16' }))
      .thenRefused('date-in-the-future');
  });

  it('is published once every participating body has adopted it', () => {
    given(opened, adoptedBy(kincardine)).when(publish()).thenRefused('plan-not-adopted');
    given(opened, adoptedBy(kincardine), adoptedBy(brockton)).when(publish()).then(published);
    given(opened, adoptedBy(kincardine), left(brockton)).when(publish()).then(published);
    given(opened, adoptedBy(kincardine), adoptedBy(brockton), published)
      .when(publish())
      .thenRefused('plan-already-published');
  });

  it('is published at a web address, on a day that has come', () => {
    const adopted = given(opened, adoptedBy(kincardine), adoptedBy(brockton));
    adopted.when(publish({ url: 'plan.pdf' })).thenRefused('url-invalid', 'input.url');
    adopted.when(publish({ url: 'javascript:alert(1)' })).thenRefused('url-invalid');
    adopted.when(publish({ publishedOn: '2024-06-16' })).thenRefused('date-in-the-future');
    adopted.when(publish({ publishedOn: 'June' })).thenRefused('date-invalid');
  });
});

describe('a risk of a plan', () => {
  const identify = risks.identifyRisk({ riskId, code: 'homelessness', listVersion: '1' });

  it('is identified once', () => {
    given(opened).when(identify).then(identified(riskId, 'homelessness'));
    given(opened, identified(otherRisk, 'homelessness'))
      .when(identify)
      .thenRefused('risk-already-identified', 'input.code');
  });

  it('has a place of its own in the order of priority', () => {
    const both = [identified(riskId, 'homelessness'), identified(otherRisk, 'suicide-risk')];
    const first = risks.prioritizeRisk({ riskId, rank: 1 });
    given(opened, ...both)
      .when(first)
      .then(prioritized(riskId, 1));
    given(opened, ...both, prioritized(riskId, 1))
      .when(first)
      .thenNothing();
    given(opened, ...both, prioritized(otherRisk, 1))
      .when(first)
      .thenRefused('risk-rank-taken');
    given(opened).when(first).thenRefused('risk-unknown', 'input.riskId');
    given(opened, ...both)
      .when(risks.prioritizeRisk({ riskId, rank: 0 }))
      .thenRefused('risk-rank-invalid');
  });

  it('leaves the order of priority with a reason, and its place is free', () => {
    const history = [opened, identified(riskId, 'homelessness'), prioritized(riskId, 1)];
    const event: Event = { type: 'RiskDeprioritized', data: { riskId, reason: plainText(reason) } };
    const leave = risks.deprioritizeRisk({ riskId, reason });
    given(...history)
      .when(leave)
      .then(event);
    given(...history, event)
      .when(leave)
      .thenRefused('risk-not-prioritized');
    given(...history, event, identified(otherRisk, 'suicide-risk'))
      .when(risks.prioritizeRisk({ riskId: otherRisk, rank: 1 }))
      .then(prioritized(otherRisk, 1));
  });
});

describe('a strategy of a plan', () => {
  const history = [opened, identified(riskId, 'homelessness')];

  it('is adopted in an area, with sectors, against risks that were identified', () => {
    given(...history)
      .when(decisions.adoptStrategy(details))
      .then(strategyAdopted);
    given(opened)
      .when(decisions.adoptStrategy(details))
      .thenRefused('risk-unknown', 'input.risks.0');
    given(...history)
      .when(decisions.adoptStrategy({ ...details, sectors: [] }))
      .thenRefused('sectors-required');
  });

  it('is revised and retired while it stands', () => {
    const revise = decisions.reviseStrategy({ ...details, area: 'PREVENTION', reason });
    given(...history, strategyAdopted)
      .when(revise)
      .then({
        type: 'StrategyRevised',
        data: {
          ...details,
          area: 'PREVENTION',
          title: plainText(details.title),
          reason: plainText(reason),
        },
      });
    given(...history)
      .when(revise)
      .thenRefused('strategy-unknown', 'input.strategyId');
    given(...history, strategyAdopted, strategyRetired)
      .when(revise)
      .thenRefused('strategy-retired');
    const retire = decisions.retireStrategy({ strategyId, reason });
    given(...history, strategyAdopted)
      .when(retire)
      .then(strategyRetired);
    given(...history, strategyAdopted, strategyRetired)
      .when(retire)
      .thenRefused('strategy-retired');
  });
});
