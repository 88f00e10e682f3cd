/** Runs in a program before anything else: its clock shows one instant. */
const stopClock = (instant: string): string => `
  const at = Date.parse(${JSON.stringify(instant)});
  Date.now = () => at;
  globalThis.Date = new Proxy(Date, {
    construct: (date, given, target) =>
      Reflect.construct(date, given.length === 0 ? [at] : given, target),
  });`;

/**
 * Settings under which a program takes every time from a clock that stands still, so that what
 * two of them record at that instant can be compared byte for byte. Timers run as ever.
 * @param instant ISO 8601, later than now: an event server refuses what is overdue by its own clock
 */
export const stillClock = (instant: string): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(stopClock(instant))}`,
});
