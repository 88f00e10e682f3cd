import { publicCaller, type Caller } from '../../domain/authority.js';
import { HttpProblem } from './http-problem.js';

/** Callers remembered at once; those who asked longest ago are forgotten first. */
const rememberedMax = 10_000;
const minuteMs = 60_000;

type Allowance = { left: number; atMs: number };

/**
 * Bounds how often each known caller may ask in a minute, at most that much at once. The public
 * is not one caller: what one address may ask is for the proxy to bound, which knows addresses.
 * @param perMinute 0 for no bound
 * @param nowMs milliseconds of a clock that only goes forward
 * @returns what counts a request. It throws HttpProblem `too-many-requests`
 */
export function callerRate(perMinute: number, nowMs: () => number): (caller: Caller) => void {
  const allowances = new Map<string, Allowance>();
  const leftOf = ({ left, atMs }: Allowance, now: number): number =>
    Math.min(perMinute, left + ((now - atMs) * perMinute) / minuteMs);
  // Who asked longest ago comes first, and has the most left.
  const makeRoom = (): void => {
    for (const actor of allowances.keys())
      if (allowances.size >= rememberedMax) allowances.delete(actor);
      else return;
  };
  return (caller) => {
    if (perMinute === 0 || caller === publicCaller) return;
    const now = nowMs();
    const before = allowances.get(caller.actor);
    const left = before === undefined ? perMinute : leftOf(before, now);
    if (left < 1) throw new HttpProblem('too-many-requests');
    allowances.delete(caller.actor);
    makeRoom();
    allowances.set(caller.actor, { left: left - 1, atMs: now });
  };
}
