import { describe, expect, test } from '@jest/globals';
import { callerRate } from '../../../src/adapters/http/caller-rate.js';
import { publicCaller, type Caller } from '../../../src/domain/authority.js';
import { problemOf, withServer } from './plan-server.js';

const caller = (actor: string): Caller => ({ actor, role: 'partner', organizations: ['ywca'] });

describe('a caller who may ask thrice a minute', () => {
  const counting = (perMinute: number) => {
    const clock = { ms: 0 };
    const count = callerRate(perMinute, () => clock.ms);
    const asks = (actor: string): boolean => {
      try {
        count(caller(actor));
        return true;
      } catch {
        return false;
      }
    };
    return { clock, count, asks };
  };

  test('may ask all of it at once, and then one in each third of a minute', () => {
    const { clock, asks } = counting(3);
    expect([asks('ann'), asks('ann'), asks('ann'), asks('ann')]).toEqual([true, true, true, false]);
    clock.ms = 19_999;
    expect(asks('ann')).toBe(false);
    clock.ms = 20_000;
    expect([asks('ann'), asks('ann')]).toEqual([true, false]);
    clock.ms = 3_600_000;
    expect([asks('ann'), asks('ann'), asks('ann'), asks('ann')]).toEqual([true, true, true, false]);
  });

  test('takes nothing from others', () => {
    const { asks } = counting(1);
    expect([asks('ann'), asks('ann'), asks('ed')]).toEqual([true, false, true]);
  });

  test('is remembered among ten thousand others, and no further', () => {
    const { asks } = counting(1);
    asks('ann');
    for (let each = 1; each < 10_000; each += 1) asks(`caller ${each}`);
    expect(asks('ann')).toBe(false);
    asks('caller 10000');
    expect(asks('ann')).toBe(true);
  });

  test('is not the public, and nobody where there is no bound', () => {
    const { count } = counting(1);
    for (let time = 0; time < 9; time += 1) expect(() => count(publicCaller)).not.toThrow();
    const { asks } = counting(0);
    expect([asks('ann'), asks('ann')]).toEqual([true, true]);
  });
});

test('who asks too often is told so before anything is done, and when to come back', () =>
  withServer({ limits: { callerRequestsMax: 2 } }, async ({ ask, stage }) => {
    const headers = { authorization: 'Bearer editor', 'accept-language': 'fr' };
    for (const field of ['who', 'language'])
      expect((await ask(`{ ${field} }`, { headers })).status).toBe(200);
    const reply = await ask('{ who }', { headers });
    expect(problemOf(reply)).toBe('429 TOO_MANY_REQUESTS too-many-requests');
    expect(reply.headers['retry-after']).toBe('1');
    expect(reply.text).toContain('Vos requêtes sont trop fréquentes.');
    expect(stage.executed).toBe(2);
    expect((await ask('{ who }')).status).toBe(200);
  }));
