import { expect, it } from '@jest/globals';
import { progressBoard } from '../../../src/adapters/read-models/progress-board.js';

it('counts every tag as touched when rebuilt views are served', () => {
  const { reports, announce, replaced } = progressBoard(4);
  announce({ position: 5, tags: ['plans'] });
  expect([reports.tagVersion('plans'), reports.tagVersion('organizations')]).toEqual([5, 0]);
  replaced(9);
  expect([reports.tagVersion('plans'), reports.tagVersion('organizations')]).toEqual([9, 9]);
});

it('forgets tags when there are too many, which touches them all', () => {
  const { reports, announce } = progressBoard(0);
  announce({ position: 1, tags: ['plans'] });
  const many = Array.from({ length: 200_001 }, (_, at) => `series:population:${at}`);
  announce({ position: 2, tags: many });
  expect(reports.tagVersion('plans')).toBe(2);
});

it('lets nobody wait for a projector that has stopped for good', async () => {
  const { reports, announce, fail } = progressBoard(0);
  const soon = reports.reached(1, 60_000);
  const never = reports.reached(2, 60_000);
  announce({ position: 1, tags: [] });
  fail(new Error('unknown event type PlanForgotten'), true);
  expect(await Promise.all([soon, never, reports.reached(3, 60_000)])).toEqual([
    true,
    false,
    false,
  ]);
  expect(await reports.reached(1, 60_000)).toBe(true);
});

it('goes on waiting while a failure may pass', async () => {
  const { reports, announce, fail } = progressBoard(0);
  const soon = reports.reached(1, 60_000);
  fail(new Error('database or disk is full'), false);
  expect(reports.failure()?.message).toContain('full');
  announce({ position: 1, tags: [] });
  expect(await soon).toBe(true);
  expect(reports.failure()).toBeUndefined();
});
