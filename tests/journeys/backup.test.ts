import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operation } from '../support/contract-operations.js';
import { dataFolder, runJalon, startHub, type HubProcess } from '../support/hub-process.js';

const french = (folder: string) => ({ folder, settings: { JALON_LANG: 'fr' } });

describe('a hub that is written to while it is backed up', () => {
  const source = dataFolder();
  const safe = dataFolder();
  const target = dataFolder();
  const file = join(safe.folder, 'hub.tar');
  let hub: HubProcess;
  let restored: HubProcess | undefined;

  beforeAll(async () => {
    hub = await startHub(source.folder, '--demo');
  });
  afterAll(async () => {
    await hub.stop();
    await restored?.stop();
    for (const { remove } of [source, safe, target]) remove();
  });

  const admin = (of: HubProcess) => ({ token: of.tokens.get('administrator solgen') ?? '' });
  const open = async (key: string): Promise<string> => {
    const input = { idempotencyKey: key, title: { en: `Plan ${key}` }, bodies: ['3525005'] };
    const { body } = await hub.ask(operation('OpenPlan'), { input }, admin(hub));
    return ((body.data ?? {})['openPlan'] as unknown as { plan: { id: string } }).plan.id;
  };
  const redact = async (id: string, key: string): Promise<void> => {
    const read = 'query ($id: ID!) { plan(id: $id) { title { key } } }';
    const { body } = await hub.ask(read, { id }, admin(hub));
    const { title } = (body.data ?? {})['plan'] as unknown as { title: { key: string } };
    const input = { idempotencyKey: key, stream: id, keys: [title.key], authority: 'MFIPPA' };
    const done = await hub.ask(
      'mutation ($input: RedactTextsInput!) { redactTexts(input: $input) { refusals { code } } }',
      { input: { ...input, reason: { en: 'Names a person' } } },
      admin(hub),
    );
    expect(done.body.data?.['redactTexts']).toEqual({ refusals: [] });
  };
  const titleIn = async (of: HubProcess, token: string, id: string) => {
    const query = 'query ($id: ID!) { plan(id: $id) { title { en redacted } } }';
    const { body } = await of.ask(query, { id }, { token });
    return body;
  };

  it('comes back with everything that was acknowledged before the backup began', async () => {
    const before = await Promise.all(['a', 'b', 'c'].map(open));
    let isOver = false;
    const during: string[] = [];
    const writer = async (name: string): Promise<void> => {
      for (let number = 0; !isOver; number += 1) {
        during.push(await open(`${name}-${number}`));
        if (name === 'd') await redact(during.at(-1) ?? '', `r-${number}`);
      }
    };
    const writing = Promise.all(['d', 'e', 'f', 'g'].map(writer));
    const made = await runJalon(source.folder, 'backup', file);
    isOver = true;
    await writing;
    expect(made).toMatchObject({ code: 0 });
    expect(during.length).toBeGreaterThan(0);

    const done = await runJalon(target.folder, 'restore', file);
    expect(done).toMatchObject({ code: 0 });
    const { token } = admin(hub);
    restored = await startHub(target.folder);
    for (const id of before) {
      const original = await titleIn(hub, token, id);
      expect(original.errors).toBeUndefined();
      expect(await titleIn(restored, token, id)).toEqual(original);
    }
    const asOf = { position: /^(\d+) /.exec(done.stderr)?.[1] };
    const plans =
      'query ($asOf: AsOf) { plans(first: 100, asOf: $asOf) { edges { node { id status } } } }';
    const [one, other] = await Promise.all(
      [hub, restored].map((of) => of.ask(plans, { asOf }, { token })),
    );
    expect(one?.body.errors).toBeUndefined();
    expect(other?.body).toEqual(one?.body);
  });

  it('is not overwritten by its backup', async () => {
    const again = await runJalon(french(target.folder), 'restore', file);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('keys.db existe déjà; restaurez dans un dossier vide');
  });

  it('is not restored from a file that was tampered with', async () => {
    const forged = join(safe.folder, 'forged.tar');
    copyFileSync(file, forged);
    const bytes = readFileSync(forged);
    const at = bytes.indexOf('PlanOpened');
    writeFileSync(forged, bytes.fill('PlanClosed', at, at + 10));
    const empty = dataFolder();
    const refused = await runJalon(french(empty.folder), 'restore', forged);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('log.db dans la sauvegarde n’est pas ce qui a été sauvegardé');
    empty.remove();
  });

  it('is backed up from a file only', async () => {
    const settings = { JALON_EVENT_LOG: 'memory' };
    const refused = await runJalon({ folder: safe.folder, settings }, 'backup', `${file}.2`);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('docs/backup-and-restore.md');
  });
});
