import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operation } from '../support/contract-operations.js';
import { dataFolder, startHub, type HubProcess } from '../support/hub-process.js';

const secret = 'Zebediah Quackenbush of 12 Nowhere Lane';

/** Every file below a folder that holds a text. */
function filesHolding(text: string, folder: string): readonly string[] {
  const needle = Buffer.from(text);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(needle));
}

describe('a text that names a person, made unreadable', () => {
  const { folder, remove } = dataFolder();
  let hub: HubProcess;
  let planId: string;
  let before: string;

  const admin = () => ({ token: hub.tokens.get('administrator solgen') ?? '' });

  beforeAll(async () => {
    hub = await startHub(folder, '--demo');
    const open = { idempotencyKey: 'r1', title: { en: secret }, bodies: ['3525005'] };
    const { body } = await hub.ask(operation('OpenPlan'), { input: open }, admin());
    const { plan, position } = (body.data ?? {})['openPlan'] as unknown as {
      plan: { id: string };
      position: string;
    };
    planId = plan.id;
    before = position;
  });
  afterAll(async () => {
    await hub.stop();
    remove();
  });

  const answers = async (): Promise<string> => {
    const variables = { id: planId, planId, first: 50 };
    const past = { ...variables, asOf: { position: before } };
    const asked = [
      await hub.ask(operation('Plan'), variables),
      await hub.ask(operation('Plan'), past),
      await hub.ask(operation('PlanTimeline'), variables),
      await hub.ask(operation('Plans'), variables),
      await hub.ask(operation('PlanChanges'), {
        planId,
        from: { position: '0' },
        to: { position: before },
      }),
    ];
    for (const { body } of asked) expect(body.errors).toBeUndefined();
    return JSON.stringify(asked.map(({ body }) => body.data));
  };

  it('is read by those who ask, while it stands', async () => {
    expect(await answers()).toContain(secret);
    const { body } = await hub.ask(operation('Plan'), { id: planId });
    expect(body.data?.['plan']).toMatchObject({ title: { en: secret } });
  });

  it('is in no file, even before', () => {
    expect(filesHolding(secret, folder)).toEqual([]);
    expect(filesHolding('Quackenbush', folder)).toEqual([]);
  });

  it('is redacted in every answer, past included, once its key is destroyed', async () => {
    const keysQuery = `query ($id: ID!) { plan(id: $id) { title { key redacted } } }`;
    const { body } = await hub.ask(keysQuery, { id: planId }, admin());
    const { title } = (body.data ?? {})['plan'] as unknown as { title: { key: string } };
    const redact = `mutation ($input: RedactTextsInput!) {
      redactTexts(input: $input) { position refusals { code } }
    }`;
    const input = {
      idempotencyKey: 'r2',
      stream: planId,
      keys: [title.key],
      authority: 'MFIPPA s. 14',
      reason: { en: 'Names a person' },
    };
    const redacted = await hub.ask(redact, { input }, admin());
    expect(redacted.body.errors).toBeUndefined();
    expect(redacted.body.data?.['redactTexts']).toMatchObject({ refusals: [] });

    expect(await answers()).not.toContain('Quackenbush');
    for (const asOf of [undefined, { position: before }]) {
      const query = `query ($id: ID!, $asOf: AsOf) {
        plan(id: $id, asOf: $asOf) { title { en fr language redacted } }
      }`;
      const plan = await hub.ask(query, { id: planId, asOf });
      expect(plan.body.data?.['plan']).toEqual({
        title: { en: null, fr: null, language: 'EN', redacted: true },
      });
    }
  });

  it('stays redacted after a restart, and is still in no file', async () => {
    await hub.stop();
    hub = await startHub(folder);
    const { body } = await hub.ask(operation('Plan'), { id: planId });
    expect(body.data?.['plan']).toMatchObject({ title: { en: null, fr: null } });
    expect(filesHolding('Quackenbush', folder)).toEqual([]);
  });
});
