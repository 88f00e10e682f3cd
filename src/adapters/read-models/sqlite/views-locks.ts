import { join } from 'node:path';
import { tryLock, type FileLock } from '../../file-lock.js';

/** Held by whoever builds a views file of a directory; undefined when somebody does. */
export const tryRebuildLock = (directory: string): FileLock | undefined =>
  tryLock(join(directory, 'views.rebuild.lock'));

/** Held by the one process that feeds the serving file; undefined when somebody does. */
export const tryProjectorLock = (directory: string): FileLock | undefined =>
  tryLock(join(directory, 'views.projector.lock'));
