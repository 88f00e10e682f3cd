import { createHash, type Hash } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataFolder } from '../support/hub-process.js';
import { runImport, type ImportRun } from '../support/import-process.js';
import { prepareLargeImport, writeLargeImport } from '../support/large-import.js';

const rows = Number(process.env['IMPORT_ROWS'] ?? 20_000);
const peakMiBMax = 300;

// Each attempt is on record too, under an id and with a hash of its own.
const recorded = "FROM events WHERE stream NOT LIKE 'import-%'";

/** Everything in a log that no clock and no chance decides, by stream. */
function streamsOf(folder: string): ReadonlyMap<string, string> {
  const db = new DatabaseSync(`${folder}/log.db`, { readOnly: true });
  const events = db.prepare(`
    SELECT stream, revision, type, schema_version, data,
      metadata ->> 'actor' AS actor, metadata ->> 'actingFor' AS actingFor,
      metadata ->> 'idempotencyKey' AS key, metadata ->> 'commandHash' AS hash
    ${recorded} ORDER BY stream, revision
  `);
  const hashes = new Map<string, Hash>();
  for (const event of events.iterate()) {
    const stream = event['stream'] as string;
    const hash = hashes.get(stream) ?? createHash('sha256');
    hashes.set(stream, hash.update(JSON.stringify(Object.values(event))));
  }
  db.close();
  return new Map([...hashes].map(([stream, hash]) => [stream, hash.digest('hex')]));
}

const countsOf = (folder: string) => {
  const db = new DatabaseSync(`${folder}/log.db`, { readOnly: true });
  const sql = `SELECT count(*) AS events,
    count(*) FILTER (WHERE type = 'ObservationRecorded') AS observations ${recorded}`;
  const counts = { ...db.prepare(sql).get() };
  db.close();
  return counts;
};

describe(`an import of ${rows} rows`, () => {
  const [undisturbed, killed] = [dataFolder(), dataFolder()];
  const [source, elsewhere] = [dataFolder(), dataFolder()];
  let args: readonly string[];
  let whole: ImportRun;

  beforeAll(async () => {
    args = await writeLargeImport(source.folder, rows);
    await prepareLargeImport(elsewhere.folder, rows);
    // Both hubs share one secret, so even the hashes of their commands must agree.
    for (const { folder } of [undisturbed, killed])
      cpSync(elsewhere.folder, folder, { recursive: true });
    whole = await runImport(undisturbed.folder, args);
  }, 3_600_000);
  afterAll(() => [undisturbed, killed, source, elsewhere].forEach(({ remove }) => remove()));

  it('records every row in bounded memory', () => {
    const { code, said, seconds, peakMiB } = whole;
    expect(said).toContain(`${rows} rows: ${rows} new, 0 corrected, 0 the same, 0 rejected.`);
    expect(code).toBe(0);
    expect(countsOf(undisturbed.folder)).toMatchObject({ observations: rows });
    expect(peakMiB).toBeLessThan(peakMiBMax);
    process.stderr.write(
      `${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ` +
        `peak ${peakMiB.toFixed(0)} MiB\n`,
    );
  });

  it('writes nothing when the same file is imported again', async () => {
    const before = countsOf(undisturbed.folder);
    const again = await runImport(undisturbed.folder, args);
    expect(again.said).toContain(`0 new, 0 corrected, ${rows} the same, 0 rejected.`);
    expect(again.peakMiB).toBeLessThan(peakMiBMax);
    expect(countsOf(undisturbed.folder)).toEqual(before);
  });

  it('killed in the middle and run again ends in the same state', async () => {
    const { code } = await runImport(killed.folder, args, 'Writing: 30 %');
    expect(code).toBeNull();
    const partly = Number(countsOf(killed.folder)['observations']);
    expect(partly).toBeGreaterThan(rows / 10);
    expect(partly).toBeLessThan(rows);
    const { said } = await runImport(killed.folder, args);
    expect(said).toContain(`${rows - partly} new, 0 corrected, ${partly} the same, 0 rejected.`);
    expect(countsOf(killed.folder)).toEqual(countsOf(undisturbed.folder));
    expect(streamsOf(killed.folder)).toEqual(streamsOf(undisturbed.folder));
    const left = readdirSync(killed.folder).filter((name) => name.startsWith('import-'));
    expect(left).toEqual([]);
  });
});
