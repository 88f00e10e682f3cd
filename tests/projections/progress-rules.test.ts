import { expect, test } from '@jest/globals';
import type { Snapshot } from '../../src/projections/read-models.js';
import * as tell from '../support/events.js';
import { inPlan, ontario, sealed } from '../support/events.js';
import { viewsAfter } from '../support/views-after.js';

const key = 'housing-cost-burden';
const stream = 'indicator-housing_cost_burden';
const reason = sealed('The ministry looked at it');
const ruled = (value: string) =>
  inPlan(stream, 'ProgressRuleSet', { target: { period: '2030', value } });
const judged = (code: string, status: 'LIMITED' | 'MODERATE') =>
  inPlan(stream, 'ProgressJudged', {
    geography: { kind: 'BODY', code },
    period: '2021',
    status,
    reason,
  });

const indicatorAt = async (snapshot: Snapshot, position: number) =>
  (await snapshot.indicators({ position })).get(key);
const statusesAt = async (snapshot: Snapshot, position: number) =>
  (await indicatorAt(snapshot, position))?.judgements?.map(({ geography, status }) => [
    geography.code,
    status,
  ]);

test('a rule stands from its position until another, a break or a mark in error', async () => {
  const snapshot = await viewsAfter(
    tell.defined(key),
    ruled('20'),
    ruled('18'),
    tell.redefined(key),
    tell.inError(stream, 2),
    tell.redefined(key, {}, 'BREAK'),
  );
  const targetAt = async (position: number) =>
    (await indicatorAt(snapshot, position))?.progressRule?.target?.value;
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(targetAt))).toEqual([
    undefined,
    '20',
    '18',
    '18',
    '20',
    undefined,
  ]);
});

test('a judgment replaces the one of the same place and period, and can be withdrawn', async () => {
  const { hamilton, goderich } = ontario;
  const snapshot = await viewsAfter(
    tell.defined(key),
    judged(hamilton, 'LIMITED'),
    judged(goderich, 'LIMITED'),
    judged(hamilton, 'MODERATE'),
    inPlan(stream, 'ProgressJudgementWithdrawn', {
      geography: { kind: 'BODY', code: hamilton },
      period: '2021',
      reason,
    }),
    tell.inError(stream, 4),
  );
  expect(await statusesAt(snapshot, 3)).toEqual([
    [hamilton, 'LIMITED'],
    [goderich, 'LIMITED'],
  ]);
  const replaced = [
    [goderich, 'LIMITED'],
    [hamilton, 'MODERATE'],
  ];
  expect(await statusesAt(snapshot, 4)).toEqual(replaced);
  expect(await statusesAt(snapshot, 5)).toEqual([[goderich, 'LIMITED']]);
  expect(await statusesAt(snapshot, 6)).toEqual(replaced);
  expect((await indicatorAt(snapshot, 4))?.judgements?.[1]).toMatchObject({
    actor: 'analyst-7',
    actingFor: 'solgen',
    reason,
  });
});
