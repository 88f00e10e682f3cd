import autocannon from 'autocannon';
import { cpuTimeMicros } from './cpu-time.js';

/** A server under measurement. */
export type Target = { readonly url: string; readonly pid: number };

/** What one run came to. */
export type Load = {
  /** Requests answered per second. */
  readonly rate: number;
  /** Processor time of the server's process per request, in microseconds. */
  readonly cpuMicros: number;
};

/** Connections that each wait for their answer before they ask again. */
const connections = 16;

/**
 * Sends the same request over and over.
 * @throws when a request fails: figures of a server that refuses say nothing
 */
export async function load(
  { url, pid }: Target,
  path: string,
  body: string,
  seconds: number,
): Promise<Load> {
  const before = cpuTimeMicros(pid);
  const headers = { 'content-type': 'application/json' };
  const result = await autocannon({
    url: `${url}${path}`,
    method: 'POST',
    headers,
    body,
    connections,
    duration: seconds,
  });
  const { '2xx': answered, non2xx, errors, timeouts } = result;
  if (non2xx + errors + timeouts > 0 || answered === 0)
    throw new Error(`${non2xx} refusals, ${errors} errors, ${timeouts} time-outs at ${path}`);
  return {
    rate: answered / result.duration,
    cpuMicros: (cpuTimeMicros(pid) - before) / answered,
  };
}
