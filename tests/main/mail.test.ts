import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Command, CommandInput } from '../../src/domain/command.js';
import { makeCommitment } from '../../src/domain/commitment/commands.js';
import type { EventSchemas } from '../../src/domain/event.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import * as people from '../../src/domain/person/commands.js';
import { adoptStrategy, openPlan } from '../../src/domain/plan/commands.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { openHub } from '../../src/main/open-hub.js';
import { administrator } from '../support/command-desk.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';

const town = '3541024';
const person = `person-${'a'.repeat(32)}`;

describe('the whole program', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jalon-mail-'));
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('sends a digest and serves a calendar of the same, and ends in good order', async () => {
    const reading = readConfiguration({
      JALON_EVENT_LOG: 'memory',
      JALON_READ_MODELS: 'memory',
      JALON_DATA_DIR: dataDir,
      JALON_PORT: '0',
      JALON_SMTP_URL: server.url,
      JALON_MAIL_FROM: 'jalon@example.org',
      JALON_MAIL_DIGEST_HOUR: '0',
    });
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    const hub = await openHub(reading.configuration);
    let given = 0;
    async function record<Input extends CommandInput, State, S extends EventSchemas>(
      command: Command<Input, State, S>,
      input: Omit<Input, 'idempotencyKey'>,
    ) {
      const keyed = { ...input, idempotencyKey: `key-${(given += 1)}` } as Input;
      const outcome = await hub.desk.execute(command, keyed, administrator);
      if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
      await hub.views.reached(outcome.position, 5_000);
      return outcome;
    }
    const kind = { kind: 'MUNICIPALITY', tier: 'LOWER' } as const;
    await record(registerOrganization, { code: 'solgen', kind: 'MINISTRY', name: { en: 'M' } });
    await record(registerOrganization, { code: town, ...kind, name: { en: 'Kincardine' } });
    const title = { en: 'Plan' };
    const { stream: planId } = await record(openPlan, { title, bodies: [town] });
    const strategy = { title, area: 'PREVENTION', sectors: ['health'], risks: [] } as const;
    const { events } = await record(adoptStrategy, { planId, ...strategy });
    await record(makeCommitment, {
      planId,
      strategyId: events[0]?.data['strategyId'] as string,
      partner: town,
      statement: { en: 'Two workers' },
      dueOn: '2020-03-31',
    });
    await record(people.invitePerson, { person });
    await record(people.grantRole, { person, role: 'municipal-editor', organization: town });
    const address = 'anne@kincardine.example';
    const contact = { address, language: 'en', notices: ['DIGEST'] } as const;
    await record(people.setPersonContact, { person, ...contact });
    const http = await hub.listen(pino({ level: 'silent' }));
    try {
      const [letter] = await server.messages(1);
      expect(letter?.to).toBe(address);
      expect(letter?.source).toContain('Two workers');
      const calendar = await fetch(`${http.url}/calendar/${town}.ics`);
      expect(await calendar.text()).toContain('Two workers');
    } finally {
      await http.stop();
      await hub.close();
    }
    expect(server.arrived).toHaveLength(1);
  });
});
