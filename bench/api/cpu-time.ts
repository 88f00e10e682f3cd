import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const microsPerTick = 10_000;

/**
 * Processor time that a process has used, all its threads together, in microseconds; NaN where
 * there is no `/proc`.
 */
export function cpuTimeMicros(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; user and system time are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * microsPerTick;
  } catch {
    return Number.NaN;
  }
}
