import type { ViewsProgress } from './api.js';
import type { HttpLimits } from './http-limits.js';
import { HttpProblem } from './http-problem.js';

/** 1–15 digits: every position is an exact number. */
const digits = /^\d{1,15}$/;

/**
 * Makes a request wait until the views have reached its `jalon-min-position`. Returns nothing
 * when there is nothing to wait for, so that the common case costs nothing.
 * @throws HttpProblem `position-invalid`, `position-not-reached`, `overloaded`
 */
export type AwaitPosition = (header: string | string[] | undefined) => Promise<void> | undefined;

/** Bounds how long requests wait, and how many. */
export function awaitPosition(views: ViewsProgress, limits: HttpLimits): AwaitPosition {
  let waiting = 0;
  const wait = async (position: number): Promise<void> => {
    if (waiting >= limits.positionWaitersMax) throw new HttpProblem('overloaded');
    waiting += 1;
    try {
      if (!(await views.reached(position, limits.positionMsMax)))
        throw new HttpProblem('position-not-reached');
    } finally {
      waiting -= 1;
    }
  };
  return (header) => {
    if (header === undefined) return undefined;
    if (typeof header !== 'string' || !digits.test(header))
      throw new HttpProblem('position-invalid');
    const position = Number(header);
    return position <= views.position() ? undefined : wait(position);
  };
}
