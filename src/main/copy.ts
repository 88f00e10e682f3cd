import { CommandFailed, type CopyOrder } from '../adapters/cli/cli-actions.js';
import { copyLog, LogsDiffer } from '../adapters/event-log/copy-log.js';
import type { Configuration } from './configuration.js';
import { foldersOf } from './open-desk.js';
import { openLog } from './open-log.js';

const differ = ({ position }: LogsDiffer) => ({
  en: `The logs differ from position ${position} on. Copy to an empty log, or go on with a copy.`,
  fr: `Les journaux diffèrent dès la position ${position}. Copiez vers un journal vide.`,
});

/** Copies the log of one place to another; the source may be in use, the target may not. */
export async function copy(
  configuration: Configuration,
  { from, to, onProgress }: CopyOrder,
): Promise<number> {
  const { log: file } = foldersOf(configuration.dataDir);
  const source = await openLog({ ...configuration, eventLog: from }, file, true);
  try {
    const target = await openLog({ ...configuration, eventLog: to }, file);
    return await copyLog({ from: source, to: target, onProgress }).finally(() => target.close());
  } catch (error) {
    throw error instanceof LogsDiffer ? new CommandFailed(differ(error)) : error;
  } finally {
    await source.close();
  }
}
