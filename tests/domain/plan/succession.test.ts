import { describe, expect, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import { adoptPlan, succeedInPlan } from '../../../src/domain/plan/commands.js';
import { joinPlan, leavePlan, publishPlan } from '../../../src/domain/plan/decide.js';
import type { PlanEvents } from '../../../src/domain/plan/events.js';
import { firstAdoptions } from '../../../src/domain/plan/first-adoption.js';
import { plan } from '../../../src/domain/plan/state.js';
import { plainText } from '../../../src/domain/text.js';
import { decisionOf, surroundings } from '../../support/surroundings.js';
import { scenario } from '../../support/scenario.js';

type Decided = Happening<PlanEvents>;
const { given } = scenario(plan);
const today = '2024-06-15';
const planId = `plan-${'0'.repeat(32)}`;
const kincardine = '3541024';
const brockton = '3541032';
const endedOn = '2024-01-01';
const united = '3541100';

const town = (code: string, successor?: string, on = endedOn) => [
  {
    type: 'OrganizationRegistered',
    data: { code, kind: 'MUNICIPALITY', tier: 'LOWER', name: { en: code } },
  },
  ...(successor ? [{ type: 'OrganizationSucceeded', data: { successor, endedOn: on } }] : []),
];
const around = surroundings({
  'organization-3541024': town(kincardine, united),
  'organization-3541032': town(brockton, united, '2024-12-31'),
  'organization-3541100': town(united),
});

const opened: Decided = {
  type: 'PlanOpened',
  data: {
    title: plainText({ en: 'Bruce' }),
    bodies: [kincardine, brockton],
    demonstration: false,
  },
};
const adoption = { adoptedOn: '2021-01-11', resolution: '2021-7' } as const;
const adopted = (body: string): Decided => ({
  type: 'PlanAdopted',
  data: { body, ...adoption, act: 'POLICE_SERVICES_ACT' },
});
const passed = (body: string): Decided => ({
  type: 'BodySucceededInPlan',
  data: { body, successor: united, endedOn },
});
const publish = publishPlan({ url: 'https://bruce.ca/plan', publishedOn: today, today });

describe('a body that ended', () => {
  it('passes its part to its successor, once it has ended', async () => {
    const decide = await decisionOf(succeedInPlan, { planId, body: kincardine }, around);
    given(opened).when(decide).then(passed(kincardine));
    given(opened, passed(kincardine)).when(decide).thenRefused('body-not-in-plan', 'input.body');
    for (const body of [brockton, united, 'no code'])
      given(opened)
        .when(await decisionOf(succeedInPlan, { planId, body }, around))
        .thenRefused('organization-not-ended', 'input.body');
  });

  it('adopts nothing on a day on which it is no more', async () => {
    const of = (adoptedOn: string) =>
      decisionOf(adoptPlan, { planId, body: kincardine, ...adoption, adoptedOn }, around);
    given(opened)
      .when(await of(endedOn))
      .thenRefused('organization-ended', 'input.body');
    const late = { ...adoption, adoptedOn: '2023-12-31', act: 'POLICE_SERVICES_ACT' } as const;
    given(opened)
      .when(await of('2023-12-31'))
      .then({ type: 'PlanAdopted', data: { body: kincardine, ...late } });
  });
});

describe('its successor', () => {
  it('need not adopt what its predecessors adopted', async () => {
    const both = [opened, adopted(kincardine), adopted(brockton)];
    const handed = [...both, passed(kincardine), passed(brockton)];
    given(...handed)
      .when(publish)
      .then({
        type: 'PlanPublished',
        data: { url: 'https://bruce.ca/plan', publishedOn: today },
      });
    const adopt = { planId, body: united, ...adoption };
    given(...handed)
      .when(await decisionOf(adoptPlan, adopt, around))
      .thenRefused('plan-already-adopted', 'input.body');
  });

  it('adopts in the place of those that had not', async () => {
    const handed = [opened, adopted(kincardine), passed(kincardine), passed(brockton)];
    given(...handed)
      .when(publish)
      .thenRefused('plan-not-adopted');
    given(...handed)
      .when(await decisionOf(adoptPlan, { planId, body: united, ...adoption }, around))
      .then(adopted(united));
    given(...handed, adopted(united))
      .when(joinPlan({ body: united }))
      .thenRefused('body-already-joined');
  });

  it('leaves with all of its parts, unless nobody would be left', () => {
    const reason = { en: 'It plans alone' };
    const leave = leavePlan({ body: united, reason });
    const left: Decided = {
      type: 'BodyLeftPlan',
      data: { body: united, reason: plainText(reason) },
    };
    given(opened, passed(kincardine)).when(leave).then(left);
    given(opened, passed(kincardine), passed(brockton)).when(leave).thenRefused('last-body');
    given(opened, passed(kincardine), left, adopted(brockton))
      .when(publish)
      .then({
        type: 'PlanPublished',
        data: { url: 'https://bruce.ca/plan', publishedOn: today },
      });
  });
});

describe('the duty to adopt a first plan', () => {
  const required = [{ duty: 'REQUIRED', from: '2019-01-01' }];
  const body = (code: string, changes: object = {}) => ({
    code,
    kind: 'MUNICIPALITY',
    obligations: required,
    ...changes,
  });
  const gone = { endedOn, successor: united };
  const days = (
    bodies: readonly ReturnType<typeof body>[],
    adoptions: Readonly<Record<string, string>>,
    on = today,
  ) => {
    const told = Object.entries(adoptions).map(([council, adoptedOn]) => ({ council, adoptedOn }));
    return firstAdoptions(bodies, told, on)(united);
  };
  const two = [body(kincardine, gone), body(brockton, gone), body(united)];

  it.each([
    ['not met by nothing', two, {}, undefined],
    ['not met for one of two areas', two, { [kincardine]: '2021-02-01' }, undefined],
    [
      'met on the later of two days',
      two,
      { [kincardine]: '2021-02-01', [brockton]: '2021-05-01' },
      '2021-05-01',
    ],
    ['met by its own council for all', two, { [united]: '2024-03-01' }, '2024-03-01'],
    [
      'not met anew by adopting once more',
      two,
      { [kincardine]: '2021-02-01', [brockton]: '2021-05-01', [united]: '2024-03-01' },
      '2021-05-01',
    ],
    [
      'met without those that need not plan',
      [body(kincardine, gone), body(brockton, { ...gone, obligations: [] }), body(united)],
      { [kincardine]: '2021-02-01' },
      '2021-02-01',
    ],
    [
      'met through one that ended before',
      [body('old', { endedOn: '2022-01-01', successor: kincardine }), ...two.slice(0, 1)],
      { old: '2021-02-01' },
      '2021-02-01',
    ],
    [
      'counted once where two are each other’s successor',
      [body(united, { endedOn, successor: kincardine }), body(kincardine, gone)],
      { [kincardine]: '2021-02-01' },
      '2021-02-01',
    ],
  ])('is %s', (_, bodies, adoptions, day) => {
    expect(days(bodies, adoptions as Readonly<Record<string, string>>)).toBe(day);
  });

  it('of the successor is its own until the others end', () => {
    expect(days(two, { [kincardine]: '2021-02-01', [brockton]: '2021-05-01' }, '2023-12-31')).toBe(
      undefined,
    );
  });
});
