import { describe, expect, it } from '@jest/globals';
import { turns } from '../../src/domain/turns.js';

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('tasks on one stream', () => {
  it('run one after the other, in the order in which they came', async () => {
    const inTurn = turns();
    const seen: string[] = [];
    const task = (name: string) => async () => {
      seen.push(`${name} begins`);
      await soon();
      seen.push(`${name} ends`);
    };
    await Promise.all([inTurn('plan-1', task('a')), inTurn('plan-1', task('b'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('do not wait for other streams, nor stop at a failure', async () => {
    const inTurn = turns();
    let release = (): void => undefined;
    const blocked = inTurn('plan-1', () => new Promise<void>((resolve) => (release = resolve)));
    await expect(inTurn('plan-2', () => Promise.resolve('free'))).resolves.toBe('free');
    release();
    await blocked;
    const failing = inTurn('plan-1', () => Promise.reject(new Error('disk')));
    const after = inTurn('plan-1', () => Promise.resolve('goes on'));
    await expect(failing).rejects.toThrow('disk');
    await expect(after).resolves.toBe('goes on');
  });
});
