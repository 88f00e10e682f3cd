import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openPostgresTokenStore } from '../../../src/adapters/identity/postgres-token-store.js';
import { openPostgresImportStore } from '../../../src/adapters/import-store/open-postgres-import-store.js';
import { postgresMailLedger } from '../../../src/adapters/mail/postgres-mail-ledger.js';
import { isLost } from '../../../src/adapters/postgres/database-failures.js';
import { openSession } from '../../../src/adapters/postgres/session.js';
import { openPostgresTextKeys } from '../../../src/adapters/text-keys/open-postgres-text-keys.js';
import { plainText } from '../../../src/domain/text.js';
import { proxied, type ProxiedDatabase } from '../../support/database-proxy.js';
import * as tell from '../../support/events.js';
import { append, ontario } from '../../support/events.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { uploadOf } from '../../support/upload-of.js';
import { postgresHub, type PostgresHub } from '../read-models/postgres-hub.js';

const databases = postgresDatabases();
const now = '2026-01-01T00:00:00.000Z';

describe('what PostgreSQL committed, but could not say so any more, is done once', () => {
  let hub: PostgresHub;
  let way: ProxiedDatabase;
  beforeEach(async () => {
    hub = await postgresHub(databases);
    way = await proxied(hub.database);
  });
  afterEach(async () => {
    await hub.close();
    way.proxy.kill();
  });
  const count = async (table: string) =>
    (await hub.query(`SELECT count(*)::integer AS rows FROM ${table}`))[0]?.['rows'];

  test('a batch of the projector', async () => {
    const node = await hub.open({ database: way.database });
    const first = tell.registered(ontario.hamilton, 'Hamilton');
    await append(hub.log, first, tell.counted(ontario.hamilton, 569_353));
    way.proxy.loseAnswer('COMMIT');
    const position = await append(hub.log, tell.counted(ontario.hamilton, 570_000));
    expect(await node.reached(position, 20_000)).toBe(true);
    expect(await hub.dump()).toEqual(await hub.refolded());
  });

  test('the keys of texts', async () => {
    const keys = await openPostgresTextKeys({ database: way.database, isNew: true });
    way.proxy.loseAnswer('INSERT');
    const texts = await keys.seal([plainText({ en: 'Prevention' })]);
    expect(await count('jalon_keys.text_keys')).toBe(1);
    expect(keys.open(texts)).toEqual([plainText({ en: 'Prevention' })]);
    way.proxy.loseAnswer('SELECT 1');
    await keys.destroy(texts.map(({ key }) => key));
    await keys.fresh();
    expect(keys.open(texts)).toEqual([undefined]);
    await keys.close();
  });

  test('a token, and its revocation', async () => {
    const store = await openPostgresTokenStore(way.database);
    const token = {
      id: 'a',
      role: 'administrator',
      organizations: [],
      label: null,
      createdAt: now,
      expiresAt: now,
      revokedAt: null,
    } as const;
    way.proxy.loseAnswer('INSERT');
    await store.insert(Buffer.from('hash'), token);
    expect(await store.list()).toEqual([token]);
    way.proxy.loseAnswer('UPDATE');
    expect(await store.revoke('a', now)).toBe(true);
    expect(await store.revoke('a', now)).toBe(false);
    await store.close();
  });

  test('an upload and a report', async () => {
    const limits = { reportsBytesMax: 100, uploadsBytesMax: 100, uploadMs: 60_000 };
    const store = await openPostgresImportStore(way.database, limits, () => 0);
    const bytes = Buffer.alloc(60, 'a');
    way.proxy.loseAnswer('COMMIT');
    expect(await store.keepUpload('3525005', uploadOf('a.csv', bytes))).toBeDefined();
    way.proxy.loseAnswer('COMMIT');
    const hash = await store.keepReport(bytes);
    expect(await store.report(hash)).toEqual(bytes);
    for (const table of ['uploads', 'upload_chunks', 'reports', 'report_chunks'])
      expect(await count(`jalon_imports.${table}`)).toBe(1);
    await store.close();
  });

  test('notices, when they are queued again in the next session', async () => {
    const notice = { id: 'a', position: 41, organization: '', day: '', person: 'p' } as const;
    for (const isFirst of [true, false]) {
      await using session = await openSession(way.database);
      const ledger = await postgresMailLedger(session);
      expect(await ledger.begin(40)).toMatchObject({ position: isFirst ? 40 : 41 });
      if (isFirst) way.proxy.loseAnswer('COMMIT');
      const queued = ledger.queue([notice], { position: 41 }).then(() => undefined, isLost);
      expect(await queued).toBe(isFirst ? true : undefined);
    }
    expect(await count('jalon_mail.notices')).toBe(1);
  });
});
