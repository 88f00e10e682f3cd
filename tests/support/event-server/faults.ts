/** What goes wrong next. Counts go down as appends arrive; zero is a server in good health. */
export type Faults = {
  /** Appends neither committed nor answered. */
  ignored: number;
  /** Appends committed but never answered. */
  unanswered: number;
  /** Appends on whose arrival the connection breaks, before they are committed. */
  cutBefore: number;
  /** Appends after whose commit the connection breaks, before they are answered. */
  cutAfter: number;
  /** Appends refused because the server is still starting. */
  notReady: number;
  /** Appends that are answered a second time, when nobody waits any more. */
  answeredTwice: number;
  /** Readings that the server gives up. */
  readsTimedOut: number;
  /** Milliseconds by which every answer to an append is late. */
  slowMs: number;
  /** Subscriptions that are dropped as too slow once they were sent a live event. */
  drops: number;
  /** Subscriptions that the user may not make. */
  denied: number;
};

/** A server in good health. */
export const noFaults = (): Faults => ({
  ignored: 0,
  unanswered: 0,
  cutBefore: 0,
  cutAfter: 0,
  notReady: 0,
  answeredTwice: 0,
  readsTimedOut: 0,
  slowMs: 0,
  drops: 0,
  denied: 0,
});

/** True as often as the fault was ordered. */
export function takes(faults: Faults, fault: keyof Faults): boolean {
  if (faults[fault] <= 0) return false;
  faults[fault] -= 1;
  return true;
}
