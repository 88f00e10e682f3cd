import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BackupProblem } from './backup-problem.js';
import { checkCopy } from './check-copy.js';
import { partNames, type BackupFacts } from './manifest.js';
import { putInPlace } from './put-in-place.js';
import { readArchive } from './read-archive.js';

const isEmpty = (folder: string): boolean =>
  !existsSync(folder) || readdirSync(folder).length === 0;

/**
 * What no folder may hold that a backup is put into. The queue of the mail is in no backup: one
 * that is there goes with another log, and would tell of events that this one does not have.
 */
const mustBeAbsent = [...partNames, 'mail.db'];

function assertEmpty(data: string): void {
  for (const name of mustBeAbsent)
    if (existsSync(join(data, name))) throw new BackupProblem('folder-in-use', join(data, name));
  if (!isEmpty(join(data, 'views'))) throw new BackupProblem('folder-in-use', join(data, 'views'));
}

/**
 * Puts a backup back into an empty data directory: compared with its manifest, read through
 * from the first event to the last, and only then given the names that a hub opens, the log's
 * last. The views are built at the next start.
 * @throws BackupProblem when the backup or the folder is not fit for it; nothing is left then
 */
export function restoreBackup(data: string, file: string): BackupFacts {
  if (!existsSync(file)) throw new BackupProblem('not-a-backup', file);
  assertEmpty(data);
  const stage = mkdtempSync(join(data, 'restore-'));
  try {
    const { parts, head, texts, redacted } = readArchive(file, stage);
    const facts = checkCopy(stage);
    if (facts.head !== head || facts.texts !== texts || facts.redacted !== redacted)
      throw new BackupProblem('part-changed', 'manifest.json');
    for (const name of partNames) {
      if (!parts.some((part) => part.name === name)) continue;
      const place = join(data, name);
      if (!putInPlace(join(stage, name), place)) throw new BackupProblem('folder-in-use', place);
    }
    return facts;
  } finally {
    rmSync(stage, { recursive: true });
  }
}
