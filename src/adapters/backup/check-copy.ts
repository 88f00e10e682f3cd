import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { upcast } from '../../domain/catalogue.js';
import type { StoredEvent } from '../../domain/event.js';
import type { SealedText } from '../../domain/text.js';
import { openLogReader } from '../event-log/sqlite/open-log-reader.js';
import { openKeysForReading } from '../text-keys/keys-file.js';
import { openText } from '../text-keys/sealing.js';
import { BackupProblem } from './backup-problem.js';
import { partNames, type BackupFacts } from './manifest.js';

const batchEvents = 1_000;

function sealedIn(value: unknown): readonly SealedText[] {
  if (value === null || typeof value !== 'object') return [];
  if ('kind' in value && value.kind === 'sealed') return [value as SealedText];
  return Object.values(value).flatMap(sealedIn);
}

function assertWhole(folder: string): void {
  for (const name of partNames) {
    if (!existsSync(join(folder, name))) continue;
    using db = new DatabaseSync(join(folder, name), { readOnly: true });
    let found: unknown;
    try {
      found = db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
    } catch {
      // What is no database at all is not whole either.
    }
    if (found !== 'ok') throw new BackupProblem('part-broken', name);
  }
}

/** Positions without a gap, revisions without a gap in each stream, and known events. */
function orderCheck() {
  let last = 0;
  const revisions = new Map<string, number>();
  return ({ position, stream, revision }: StoredEvent, known: () => unknown): void => {
    last += 1;
    const expected = revisions.get(stream) ?? 0;
    if (position !== last || revision !== expected) throw new BackupProblem('log-broken', last);
    revisions.set(stream, expected + 1);
    try {
      known();
    } catch {
      throw new BackupProblem('event-unknown', position);
    }
  };
}

/** Every text opens with its key, or was redacted. */
function textCheck(folder: string) {
  const db = openKeysForReading(join(folder, 'keys.db'));
  const find = db.prepare('SELECT key FROM text_keys WHERE id = ?');
  const missing = new Set<string>();
  let texts = 0;
  return {
    read({ position, type, data }: StoredEvent, redacted: Set<string>): void {
      if (type === 'TextRedacted')
        for (const key of (data as { readonly keys: readonly string[] }).keys) redacted.add(key);
      for (const text of sealedIn(data)) {
        const key = find.get(text.key)?.['key'] as Uint8Array | undefined;
        try {
          if (key !== undefined) openText(text, key);
        } catch {
          throw new BackupProblem('text-unreadable', position);
        }
        if (key === undefined) missing.add(text.key);
        else texts += 1;
      }
    },
    end(redacted: ReadonlySet<string>): Pick<BackupFacts, 'texts' | 'redacted'> {
      const lost = [...missing].filter((key) => !redacted.has(key)).length;
      if (lost > 0) throw new BackupProblem('keys-missing', lost);
      return { texts, redacted: missing.size };
    },
    [Symbol.dispose]: () => db.close(),
  };
}

/**
 * Reads the whole of a copied log and its keys.
 * @param folder where the copies are, under the names of a data directory
 * @throws BackupProblem saying what is wrong with them
 */
export function checkCopy(folder: string): BackupFacts {
  assertWhole(folder);
  const log = openLogReader(join(folder, 'log.db'));
  const redacted = new Set<string>();
  const inOrder = orderCheck();
  try {
    using texts = textCheck(folder);
    let head = 0;
    for (;;) {
      const batch = log.readAll(head + 1, batchEvents);
      if (batch.length === 0) return { head, ...texts.end(redacted) };
      for (const event of batch) {
        inOrder(event, () => upcast(event));
        texts.read(event, redacted);
      }
      head += batch.length;
    }
  } finally {
    log.close();
  }
}
