import { createHash } from 'node:crypto';
import { median } from '../measurement.js';

const text = JSON.stringify(
  Array.from({ length: 2_000 }, (_, at) => ({ at, key: `indicator-${at}`, value: String(at / 8) })),
);

/**
 * Milliseconds that a fixed computation takes, the middle of several: how fast the machine is at
 * the moment, which others may share. No figure of the hub's is flatter than this one.
 */
export function machineTime(): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    for (let turn = 0; turn < 10; turn++)
      createHash('sha256')
        .update(JSON.stringify(JSON.parse(text)))
        .digest();
    return performance.now() - start;
  });
  return median(times);
}
