import { clock, type Desk } from './open-desk.js';
import { openLog, type LogConfiguration } from './open-log.js';

/** A desk that can only look, which works beside a running server. */
export async function openLookout(
  configuration: LogConfiguration,
  file: string,
): Promise<Pick<Desk, 'log' | 'now' | 'execute' | 'executeAll' | 'close'>> {
  const log = await openLog(configuration, file, true);
  const refuse = () => Promise.reject(new Error('a dry run gives no command'));
  return {
    log,
    now: clock,
    execute: refuse,
    executeAll: refuse,
    close: () => log.close(),
  };
}
