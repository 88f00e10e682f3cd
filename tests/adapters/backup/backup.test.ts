import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BackupProblem } from '../../../src/adapters/backup/backup-problem.js';
import { makeBackup } from '../../../src/adapters/backup/make-backup.js';
import { restoreBackup } from '../../../src/adapters/backup/restore-backup.js';
import type { StoredEvent } from '../../../src/domain/event.js';
import type { EventLog } from '../../../src/domain/event-log.js';
import type { SealedText } from '../../../src/domain/text.js';
import { hubFolder, newFolder, type HubFolder } from './hub-folder.js';

const sha256sum = (file: string): string => hash('sha256', readFileSync(file), 'hex');

function problemOf(task: () => unknown): BackupProblem {
  try {
    task();
  } catch (error) {
    if (error instanceof BackupProblem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

async function eventsOf(log: EventLog): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const batch of log.readAll()) all.push(...batch);
  return all;
}

describe('a hub on one machine', () => {
  let hub: HubFolder;
  let safe: string;
  let file: string;
  let title: SealedText;

  beforeEach(async () => {
    hub = await hubFolder();
    safe = newFolder();
    file = join(safe, 'hub.tar');
    title = await hub.plan('A safer county');
    await hub.plan('A safer town');
  });
  afterEach(async () => {
    await hub.close();
    rmSync(safe, { recursive: true });
  });

  const back = (onCopied: (part: string) => void = () => undefined) =>
    makeBackup({
      onCopied,
      data: hub.folder,
      file,
      program: '0.1.0',
      now: () => '2026-01-01T00:00:00.000Z',
    });
  const empty = (): string => {
    const folder = join(safe, 'restored');
    mkdirSync(folder);
    return folder;
  };
  /** Restores into an empty folder, which has to be as empty again. */
  const refused = (): string => {
    const folder = empty();
    const { code } = problemOf(() => restoreBackup(folder, file));
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    return code;
  };

  it('comes back from its backup with every event, text and hash', async () => {
    await hub.redact(title);
    const made = back();
    expect(made).toMatchObject({ head: 3, texts: 2, redacted: 1 });
    const folder = empty();
    expect(restoreBackup(folder, file)).toEqual({ head: 3, texts: 2, redacted: 1 });
    expect(readdirSync(folder).toSorted()).toEqual(['imports.db', 'keys.db', 'log.db']);
    const restored = await hubFolder(folder);
    expect(await eventsOf(restored.log)).toEqual(await eventsOf(hub.log));
    const [, { data } = { data: {} }] = await eventsOf(hub.log);
    const text = (data as { title: SealedText }).title;
    expect(restored.keys.open([text, title])).toMatchObject([{ en: 'A safer town' }, undefined]);
    expect(restored.keys.hash('x')).toBe(hub.keys.hash('x'));
    await restored.log.close();
    await restored.keys.close();
  });

  it('is backed up to one file for its owner only, which any tool can look into', () => {
    const { sha256, bytes } = back();
    expect(sha256sum(file)).toBe(sha256);
    expect([statSync(file).size, statSync(file).mode & 0o777]).toEqual([bytes, 0o600]);
    expect(readdirSync(safe)).toEqual(['hub.tar']);
    execFileSync('tar', ['--extract', '--file', file, '--directory', safe]);
    const manifest = JSON.parse(readFileSync(join(safe, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ format: 'jalon-backup', madeAt: '2026-01-01T00:00:00.000Z' });
    for (const part of manifest.parts as { name: string; sha256: string }[])
      expect(sha256sum(join(safe, part.name))).toBe(part.sha256);
  });

  it('leaves destroyed keys behind', async () => {
    using keys = new DatabaseSync(join(hub.folder, 'keys.db'), { readOnly: true });
    const found = keys.prepare('SELECT key FROM text_keys WHERE id = ?').get(title.key);
    const key = Buffer.from(found?.['key'] as Uint8Array);
    back();
    expect(readFileSync(file).includes(key)).toBe(true);
    rmSync(file);
    await hub.redact(title);
    back();
    expect(readFileSync(file).includes(key)).toBe(false);
  });

  it('is not restored from a file that was cut short, at whatever place', () => {
    back();
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        writeFileSync(file, whole);
        truncateSync(file, length);
        expect(['file-changed', 'not-a-backup']).toContain(refused());
      }),
      { numRuns: 50 },
    );
  });

  it('is not restored from a file in which one bit is another, whichever', () => {
    back();
    const whole = readFileSync(file);
    const bit = fc.integer({ min: 0, max: 8 * whole.length - 1 });
    fc.assert(
      fc.property(bit, (at) => {
        const changed = Buffer.from(whole);
        changed.writeUInt8((changed[at >> 3] as number) ^ (1 << (at & 7)), at >> 3);
        writeFileSync(file, changed);
        expect(['file-changed', 'part-changed', 'not-a-backup']).toContain(refused());
      }),
      { numRuns: 100 },
    );
  });

  it('is not restored from a longer file, another file, or none', () => {
    back();
    appendFileSync(file, Buffer.alloc(512));
    expect(refused()).toBe('file-changed');
    writeFileSync(file, 'a,b\n1,2\n'.repeat(200));
    expect(refused()).toBe('not-a-backup');
    rmSync(file);
    expect(refused()).toBe('not-a-backup');
  });

  it.each(['log.db', 'keys.db', 'imports.db', 'mail.db', 'views'])(
    'is not restored over a folder that has %s',
    (name) => {
      back();
      const folder = empty();
      if (name === 'views') mkdirSync(join(folder, name));
      writeFileSync(join(folder, name === 'views' ? 'views/views-1.db' : name), '');
      expect(problemOf(() => restoreBackup(folder, file)).code).toBe('folder-in-use');
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  it('is not backed up over a file that is there, nor to a folder that is not', () => {
    writeFileSync(file, 'precious');
    expect(problemOf(() => back()).code).toBe('file-there');
    expect(readFileSync(file, 'utf8')).toBe('precious');
    file = join(safe, 'gone/hub.tar');
    expect(problemOf(() => back()).code).toBe('folder-missing');
    expect(existsSync(join(safe, 'gone'))).toBe(false);
  });

  /** Writes as another process does: a text's key first, then what needs it. */
  const write = (position: number, stream: string, type: string, data: object): void => {
    const body = JSON.stringify(data);
    hub.damage(
      'log.db',
      `INSERT INTO events SELECT ${position}, '${stream}', ${stream.endsWith('1') ? 1 : 0},
        'late-' || ${position}, '${type}', 1, '${body}', metadata FROM events WHERE position = 1`,
    );
  };

  it('has the key of every text, though events and keys are written between the copies', () => {
    let head = 2;
    const made = back(() => {
      head += 1;
      hub.damage('keys.db', `INSERT INTO text_keys VALUES ('key-${head}', randomblob(32))`);
      const late = { kind: 'sealed', language: 'en', key: `key-${head}`, data: 'x' };
      const opened = { title: late, bodies: ['3525005'], demonstration: false };
      write(head, `plan-${head}0`, 'PlanOpened', opened);
    });
    expect(made).toMatchObject({ head: 2, texts: 2, redacted: 0 });
    expect(head).toBe(5);
  });

  it('is copied again when a text was redacted between the copies', () => {
    let copies = 0;
    const made = back(() => {
      copies += 1;
      if (copies > 1) return;
      const reason = { ...title, key: 'never' };
      const keys = [title.key, 'never'];
      const stream = `plan-${'0'.repeat(31)}1`;
      write(3, stream, 'TextRedacted', { keys, authority: 'FIPPA', reason });
      hub.damage('keys.db', `DELETE FROM text_keys WHERE id = '${title.key}'`);
    });
    expect(made).toMatchObject({ head: 3, texts: 1, redacted: 2 });
    expect(copies).toBe(6);
  });

  it('is not backed up where there is none', () => {
    const order = { data: empty(), file, program: '0.1.0', now: () => '' };
    expect(problemOf(() => makeBackup(order)).code).toBe('nothing-there');
  });

  it.each([
    ['log-broken', 'log.db', 'DELETE FROM events WHERE position = 1'],
    ['log-broken', 'log.db', 'UPDATE events SET revision = 1 WHERE position = 2'],
    ['event-unknown', 'log.db', "UPDATE events SET type = 'PlanVanished' WHERE position = 2"],
    ['keys-missing', 'keys.db', 'DELETE FROM text_keys'],
    ['text-unreadable', 'keys.db', 'UPDATE text_keys SET key = zeroblob(32)'],
  ] as const)('is not backed up when damaged: %s, by %s: %s', (code, part, sql) => {
    hub.damage(part, sql);
    expect(problemOf(() => back()).code).toBe(code);
    expect(readdirSync(safe)).toEqual([]);
  });

  it('says in both languages what is wrong', () => {
    const { sentence } = new BackupProblem('keys-missing', 3);
    expect(sentence).toEqual({
      en: 'The keys of 3 texts are missing, and nobody redacted them.',
      fr: 'Les clés de 3 textes manquent, et personne ne les a caviardés.',
    });
  });
});
