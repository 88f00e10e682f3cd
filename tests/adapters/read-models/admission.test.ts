import { expect, it } from '@jest/globals';
import { admission } from '../../../src/adapters/read-models/admission.js';

const refused = { name: 'ReadModelsUnavailable' };

it('lets in as many as there are places, and the others in their order', async () => {
  const { enter, leave } = admission({ places: 1, waitingMax: 9, waitMsMax: 60_000 });
  const entered: number[] = [];
  const all = [1, 2, 3].map((number) => enter().then(() => entered.push(number)));
  await all[0];
  expect(entered).toEqual([1]);
  leave();
  leave();
  await Promise.all(all);
  expect(entered).toEqual([1, 2, 3]);
});

it('turns away whoever finds too many waiting', async () => {
  const { enter, leave } = admission({ places: 1, waitingMax: 1, waitMsMax: 60_000 });
  await enter();
  const waiting = enter();
  await expect(enter()).rejects.toMatchObject(refused);
  leave();
  await waiting;
});

it('turns away whoever has waited too long, and keeps the place for the next', async () => {
  const { enter, leave } = admission({ places: 1, waitingMax: 9, waitMsMax: 5 });
  await enter();
  await expect(enter()).rejects.toMatchObject(refused);
  leave();
  await enter();
});
