import { CommandFailed, type CopyOrder, type LogPlace } from '../adapters/cli/cli-actions.js';
import { copyLog, LogsDiffer } from '../adapters/event-log/copy-log.js';
import type { KeysHolder } from '../adapters/text-keys/keys-holder.js';
import { postgresKeysHolder } from '../adapters/text-keys/postgres-keys-holder.js';
import { sqliteKeysHolder } from '../adapters/text-keys/sqlite-keys-holder.js';
import type { Configuration } from './configuration.js';
import { databaseOf } from './database-of.js';
import { foldersOf } from './open-desk.js';
import { keysPlace } from './open-keys.js';
import { openLog } from './open-log.js';

const differ = ({ position }: LogsDiffer) => ({
  en: `The logs differ from position ${position} on. Copy to an empty log, or go on with a copy.`,
  fr: `Les journaux diffèrent dès la position ${position}. Visez un journal vide ou une copie.`,
});

const otherKeys = {
  en: 'The keys at the target are those of another hub. Copy to a place without keys.',
  fr: 'Les clés à destination sont d’un autre système. Copiez vers un endroit sans clés.',
};

type Places = { readonly from: LogPlace; readonly to: LogPlace };

/** Takes along the keys of the texts in the log, where they belong elsewhere beside the copy. */
function keysCopier(configuration: Configuration, { from, to }: Places): () => Promise<void> {
  const placeOf = (eventLog: LogPlace) => keysPlace({ ...configuration, eventLog });
  const holderOf = (place: string): KeysHolder =>
    place === 'database'
      ? postgresKeysHolder(databaseOf(configuration))
      : sqliteKeysHolder(foldersOf(configuration.dataDir).keys);
  if (placeOf(from) === placeOf(to)) return async () => undefined;
  const [source, target] = [holderOf(placeOf(from)), holderOf(placeOf(to))];
  return async () => {
    const held = await source.read();
    if (held !== undefined && !(await target.write(held))) throw new CommandFailed(otherKeys);
  };
}

/**
 * Copies the log of one place to another, with the keys of its texts; the source may be in use,
 * the target may not.
 */
export async function copy(
  configuration: Configuration,
  { from, to, onProgress }: CopyOrder,
): Promise<number> {
  const { log: file } = foldersOf(configuration.dataDir);
  const copyKeys = keysCopier(configuration, { from, to });
  const source = await openLog({ ...configuration, eventLog: from }, file, true);
  try {
    await copyKeys();
    const target = await openLog({ ...configuration, eventLog: to }, file);
    const head = await copyLog({ from: source, to: target, onProgress }).finally(target.close);
    // Those of what was recorded while the log was copied.
    await copyKeys();
    return head;
  } catch (error) {
    throw error instanceof LogsDiffer ? new CommandFailed(differ(error)) : error;
  } finally {
    await source.close();
  }
}
