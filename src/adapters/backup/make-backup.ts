import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BackupProblem } from './backup-problem.js';
import { checkCopy } from './check-copy.js';
import { partNames, type BackupFacts, type PartName } from './manifest.js';
import { putInPlace } from './put-in-place.js';
import { partsIn, writeArchive } from './write-archive.js';

/** What is backed up, and as whose. */
export type BackupOrder = {
  /** The data directory. */
  readonly data: string;
  readonly file: string;
  /** Version of the program. */
  readonly program: string;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Told after each copy, before the next: whoever writes may write between them. */
  readonly onCopied?: (part: PartName) => void;
};

/** What a backup holds. */
export type BackupMade = BackupFacts & {
  /** Of the archive, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
};

/** A text redacted between two copies has its redaction in neither: then both are made again. */
const triesMax = 3;
const lockTimeoutMs = 5_000;

/** SQLite's codes for a damaged file, and for one that is no database. */
const damaged: readonly (number | undefined)[] = [11, 26];

/** Copies a database as it is at one moment, whoever writes it; what was deleted stays behind. */
function copyDatabase(from: string, to: string): void {
  using db = new DatabaseSync(from, { readOnly: true, timeout: lockTimeoutMs });
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } catch (error) {
    const isDamaged = damaged.includes((error as { errcode?: number }).errcode);
    throw isDamaged ? new BackupProblem('part-broken', from) : error;
  }
}

// The log first: the key of an event's text is on the disk before the event is, so the keys
// that are copied later are those of every event in the log that was copied before.
function copyParts({ data, onCopied }: BackupOrder, folder: string): readonly PartName[] {
  const names = partNames.toReversed().filter((name) => existsSync(join(data, name)));
  for (const name of names) {
    copyDatabase(join(data, name), join(folder, name));
    onCopied?.(name);
  }
  return partNames.filter((name) => names.includes(name));
}

function checkedCopy(order: BackupOrder, stage: string) {
  for (let tried = 1; ; tried += 1) {
    const folder = mkdtempSync(join(stage, 'copy-'));
    const names = copyParts(order, folder);
    try {
      return { folder, names, facts: checkCopy(folder) };
    } catch (error) {
      const isPassing = error instanceof BackupProblem && error.code === 'keys-missing';
      if (!isPassing || tried === triesMax) throw error;
    }
  }
}

function makeStage(file: string): string {
  try {
    return mkdtempSync(`${file}.`);
  } catch {
    throw new BackupProblem('folder-missing', dirname(file));
  }
}

/**
 * Backs up log, keys, and uploads and reports of imports to one file, beside a running server.
 * Views are left out: they are built from the log.
 * @throws BackupProblem when that cannot be done, or what is there is damaged
 */
export function makeBackup(order: BackupOrder): BackupMade {
  const { data, file, program, now } = order;
  const target = resolve(file);
  if (existsSync(target)) throw new BackupProblem('file-there', file);
  for (const name of ['log.db', 'keys.db'])
    if (!existsSync(join(data, name))) throw new BackupProblem('nothing-there', join(data, name));
  const stage = makeStage(target);
  try {
    const madeAt = now();
    const { folder, names, facts } = checkedCopy(order, stage);
    const archive = join(stage, 'archive');
    const about = { format: 'jalon-backup', version: 1, program, madeAt } as const;
    const sha256 = writeArchive(archive, folder, {
      ...about,
      ...facts,
      parts: partsIn(folder, names),
    });
    if (!putInPlace(archive, target)) throw new BackupProblem('file-there', file);
    return { ...facts, sha256, bytes: statSync(target).size };
  } finally {
    rmSync(stage, { recursive: true });
  }
}
