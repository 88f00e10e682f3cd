import { expect, test } from '@jest/globals';
import { problemOf, withServer } from './plan-server.js';

const kenora = '{ plan(id: "kenora") { title } }';
const from = (position: number | string) => ({
  headers: { 'jalon-min-position': String(position) },
});

test('a request waits until the views have what it asks for', () =>
  withServer({}, async ({ ask, store }) => {
    await ask(kenora);
    const position = store.commit('kenora', 'Written elsewhere');
    const waiting = ask(kenora, from(position));
    const meanwhile = await ask(kenora);
    expect(meanwhile.json()).toEqual({ data: { plan: { title: 'Kenora' } } });
    store.announce();
    const reply = await waiting;
    expect(reply.json()).toEqual({ data: { plan: { title: 'Written elsewhere' } } });
    expect(reply.headers['jalon-position']).toBe(String(position));
  }));

test('what one wrote is never missing from what one reads', () =>
  withServer({}, async ({ ask }) => {
    for (let round = 0; round < 50; round++) {
      const written = await ask(`mutation { rename(id: "kenora", title: "Round ${round}") }`);
      const position = String(written.json().data?.['rename']);
      const readers = Array.from({ length: 4 }, () => ask(kenora, from(position)));
      for (const reply of await Promise.all(readers))
        expect(reply.json()).toEqual({ data: { plan: { title: `Round ${round}` } } });
    }
  }));

test('a position that does not come is answered in time', () =>
  withServer({ limits: { positionMsMax: 20 } }, async ({ ask, stage }) => {
    const reply = await ask(kenora, from(1_000));
    expect(problemOf(reply)).toBe('503 SERVICE_UNAVAILABLE position-not-reached');
    expect(reply.headers['retry-after']).toBe('1');
    expect(stage.executed).toBe(0);
  }));

test.each(['', '-1', '1.5', '1e3', '0x10', '01', 'two', '12345678901234567'])(
  'the position "%s" is refused',
  (position) =>
    withServer({}, async ({ ask }) => {
      expect(problemOf(await ask(kenora, from(position)))).toBe(
        '400 BAD_USER_INPUT position-invalid',
      );
    }),
);

test('no more requests wait than may', () =>
  withServer({ limits: { positionWaitersMax: 1 } }, async ({ ask, store }) => {
    const position = store.commit('kenora', 'Later');
    const waiting = [ask(kenora, from(position)), ask(kenora, from(position))];
    const refused = await Promise.race(waiting);
    expect(problemOf(refused)).toBe('503 SERVICE_UNAVAILABLE overloaded');
    store.announce();
    const statuses = (await Promise.all(waiting)).map((reply) => reply.status);
    expect(statuses.toSorted()).toEqual([200, 503]);
  }));
