import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { TextKeys } from '../../domain/text-keys.js';
import { emptyWal, openKeysForReading, openKeysForWriting } from './keys-file.js';
import { keyBytes, openText, sealText } from './sealing.js';
import { startWriterThread } from './writer-thread.js';

/** Makes the file when it is new; the first process to come decides the hub's secret. */
function prepare(file: string): Uint8Array {
  const db = openKeysForWriting(file);
  try {
    db.prepare('INSERT OR IGNORE INTO secrets VALUES (?, ?)').run('hash', randomBytes(keyBytes));
    // A process killed while it destroyed keys may have left them in the write-ahead log.
    emptyWal(db);
    const row = db.prepare('SELECT secret FROM secrets WHERE name = ?').get('hash');
    return row?.['secret'] as Uint8Array;
  } finally {
    db.close();
  }
}

/**
 * Keeps keys in a file of their own, which several processes may share. They are written by a
 * thread, in groups, and read on the calling one; none is kept in memory, so a key destroyed
 * by any process is gone for all of them at once.
 * @throws Error when the file is of another kind or cannot be written durably
 */
export function openSqliteTextKeys({ file }: { readonly file: string }): TextKeys {
  // A key object made once: a hash under a bare secret makes one for every command.
  const secret = createSecretKey(prepare(file));
  const reading = openKeysForReading(file);
  const find = reading.prepare('SELECT key FROM text_keys WHERE id = ?');
  const writer = startWriterThread(file);
  return {
    async seal(texts) {
      const keys = texts.map(() => ({ id: newId(), key: randomBytes(keyBytes) }));
      await writer.write({ kind: 'insert', keys });
      return keys.map(({ id, key }, at) => sealText(texts[at] as (typeof texts)[number], id, key));
    },
    open: (texts) =>
      texts.map((text) => {
        const key = find.get(text.key)?.['key'] as Uint8Array | undefined;
        return key && openText(text, key);
      }),
    destroy: (ids) => writer.write({ kind: 'destroy', ids }),
    hash: (text) => createHmac('sha256', secret).update(text).digest('hex'),
    async close() {
      if (reading.isOpen) reading.close();
      await writer.close();
    },
  };
}
