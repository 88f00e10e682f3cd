import { EventLogUnavailable } from '../../../domain/event-log.js';
import { tryLock, type FileLock } from '../../file-lock.js';

/**
 * Makes this the only writer of a log. The lock is on a small file beside the log, because
 * readers must be able to share the log itself.
 * @throws EventLogUnavailable when another process, or another log of this one, holds it
 */
export function takeWriteLock(file: string): FileLock {
  const lock = tryLock(`${file}.lock`);
  if (lock === undefined)
    throw new EventLogUnavailable({
      en: `${file} is open for writing already: stop the other process, or set JALON_DATA_DIR.`,
      fr:
        `${file} est déjà ouvert en écriture : ` +
        'arrêtez l’autre processus, ou réglez JALON_DATA_DIR.',
    });
  return lock;
}
