import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { dataFolder, runJalon, startHub } from '../support/hub-process.js';

const register = `mutation ($input: RegisterOrganizationInput!) {
  registerOrganization(input: $input) { refusals { code } }
}`;

describe('the command line', () => {
  const { folder, remove } = dataFolder();
  afterAll(remove);

  it('loads the demonstration, and a second time changes nothing', async () => {
    for (const _ of ['once', 'twice']) {
      const { code, stderr } = await runJalon(folder, 'demo');
      expect({ code, stderr }).toMatchObject({ code: 0 });
    }
    const rebuilt = await runJalon(folder, 'rebuild', 'province-outcomes');
    expect(rebuilt.code).toBe(0);
  });

  it('says what it cannot do, and with which code it ends', async () => {
    expect(await runJalon(folder, 'no-such-command')).toMatchObject({ code: 2 });
    expect(await runJalon(folder, 'token', '--role', 'mayor')).toMatchObject({ code: 2 });
    const unknown = ['token', '--role', 'partner', '--organization', 'nobody'];
    expect(await runJalon(folder, ...unknown)).toMatchObject({ code: 1 });
  });

  it('asks a running hub anything, and says what it refuses', async () => {
    const hub = await startHub(folder);
    const token = (
      await runJalon(folder, 'token', '--role', 'municipal-editor', '--organization', '3525005')
    ).stdout;
    const tokenFile = join(folder, 'editor.token');
    writeFileSync(tokenFile, token);
    const asEditor = ['--url', hub.url, '--token-file', tokenFile];
    const who = await runJalon(folder, 'ask', '{ viewer { role organizations } }', ...asEditor);
    expect(JSON.parse(who.stdout)).toEqual({
      viewer: { role: 'MUNICIPAL_EDITOR', organizations: ['3525005'] },
    });
    const input = { idempotencyKey: 'a', title: { en: 'A plan' }, bodies: [] };
    const open = `mutation ($input: OpenPlanInput!) {
      openPlan(input: $input) { refusals { code } }
    }`;
    const asAdministrator = join(folder, 'administrator.token');
    const order = ['token', '--role', 'administrator', '--organization', 'solgen'];
    writeFileSync(asAdministrator, (await runJalon(folder, ...order)).stdout);
    const variables = ['--variables', JSON.stringify({ input })];
    const given = ['ask', open, ...variables, '--url', hub.url, '--token-file', asAdministrator];
    const refused = await runJalon(folder, ...given);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toEqual({
      openPlan: { refusals: [{ code: 'bodies-required' }] },
    });
    const french = { folder, settings: { JALON_LANG: 'fr' } };
    const denied = await runJalon(french, 'ask', open, ...variables, ...asEditor);
    expect(denied).toMatchObject({ code: 1, stdout: '' });
    expect(denied.stderr).toMatch(/^jalon: .*organisme/);
    await hub.stop();
    const nobody = await runJalon(french, 'ask', '{ viewer { role } }', '--url', hub.url);
    expect(nobody).toMatchObject({ code: 1 });
    expect(nobody.stderr).toContain('Rien ne répond');
  });

  it('does not start without the keys of the texts in the log', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${folder}/keys.db${end}`, { force: true });
    const { code, stderr } = await runJalon(folder, 'start');
    expect(code).toBe(1);
    expect(stderr).toContain('keys.db is missing');
  });

  it('keeps the demonstration out of a log that holds something else', async () => {
    const other = dataFolder();
    const order = ['token', '--role', 'administrator', '--organization', 'solgen'];
    const token = (await runJalon(other.folder, ...order)).stdout.trim();
    const hub = await startHub(other.folder);
    const input = { idempotencyKey: 'a', code: 'a-board', kind: 'MINISTRY', name: { en: 'Board' } };
    const { body } = await hub.ask(register, { input }, { token });
    expect(body.data?.['registerOrganization']).toEqual({ refusals: [] });
    await hub.stop();
    const { code, stderr } = await runJalon(other.folder, 'demo');
    expect(code).toBe(1);
    expect(stderr).toContain('The log holds other events');
    other.remove();
  });
});
