import type { ViewsProgress } from './api.js';
import type { HttpLimits } from './http-limits.js';
import { HttpProblem } from './http-problem.js';

/** As the API writes positions: up to 16 digits, no zeros in front. */
const digits = /^(0|[1-9]\d{0,15})$/;

/**
 * Makes a request wait until the views have reached its `jalon-min-position`.
 * @throws HttpProblem `position-invalid`, `position-not-reached`, `overloaded`
 */
export type AwaitPosition = (header: string | string[] | undefined) => Promise<void>;

/** Bounds how long requests wait, and how many. */
export function awaitPosition(views: ViewsProgress, limits: HttpLimits): AwaitPosition {
  let waiting = 0;
  return async (header) => {
    if (header === undefined) return;
    if (typeof header !== 'string' || !digits.test(header))
      throw new HttpProblem('position-invalid');
    const position = Number(header);
    if (position <= views.position()) return;
    if (waiting >= limits.positionWaitersMax) throw new HttpProblem('overloaded');
    waiting += 1;
    try {
      if (!(await views.reached(position, limits.positionMsMax)))
        throw new HttpProblem('position-not-reached');
    } finally {
      waiting -= 1;
    }
  };
}
