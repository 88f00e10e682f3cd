import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { v7 as newId } from 'uuid';
import { CommandFailed } from '../adapters/cli/cli-actions.js';
import type { Caller } from '../domain/authority.js';
import type { ImportKind } from '../domain/import/events.js';
import { messageOf } from '../graphql/refusals.js';
import type { Configuration } from './configuration.js';
import { foldersOf, type Desk } from './open-desk.js';
import { openImportStore } from './open-import-store.js';
import { recordImport, type RanImport } from './recorded-import.js';

const ministry = 'solgen';

/** Whoever may type commands on the machine acts for the province. */
export const operator: Caller = {
  actor: 'command line',
  role: 'administrator',
  organizations: [ministry],
};

/** Which file is imported from the command line. */
type FileToImport = {
  readonly kind: ImportKind;
  readonly file: string;
  readonly mapping?: string;
  /** Known already, when the file is a folder. */
  readonly fileHash?: string;
};

/** SHA-256 of a file; undefined when it cannot be read, which the import itself says. */
async function hashOf(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

/** Imports a file and records the attempt; of a file that cannot be read there is none. */
export async function recordFileImport<Imported>(
  configuration: Configuration,
  desk: Pick<Desk, 'log' | 'execute'>,
  about: FileToImport,
  run: () => Promise<RanImport & { readonly imported: Imported }>,
): Promise<Imported> {
  const fileHash = about.fileHash ?? (await hashOf(about.file));
  if (fileHash === undefined) return (await run()).imported;
  const store = await openImportStore(configuration, foldersOf(configuration.dataDir));
  const correlationId = newId();
  let imported: Imported | undefined;
  const attempt = {
    organization: ministry,
    kind: about.kind,
    idempotencyKey: correlationId,
    fileName: basename(about.file).slice(0, 255),
    fileHash,
    mappingHash: await hashOf(about.mapping),
  };
  try {
    const caller = { caller: operator, correlationId };
    const answer = await recordImport({ ...desk, store }, attempt, caller, async () => {
      const ran = await run();
      ({ imported } = ran);
      return ran;
    });
    if (answer.outcome === 'refused' && answer.refusals[0] !== undefined) {
      const [why] = answer.refusals;
      throw new CommandFailed({ en: messageOf(why, 'en'), fr: messageOf(why, 'fr') });
    }
    return imported as Imported;
  } finally {
    await store.close();
  }
}
