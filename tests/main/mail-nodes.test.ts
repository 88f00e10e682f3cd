import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { postgresMailLedger } from '../../src/adapters/mail/postgres-mail-ledger.js';
import { openSession } from '../../src/adapters/postgres/session.js';
import { openMemoryReadModels } from '../../src/adapters/read-models/memory/open-memory-read-models.js';
import type { Command, CommandInput } from '../../src/domain/command.js';
import { makeCommitment, reassignCommitment } from '../../src/domain/commitment/commands.js';
import type { EventSchemas } from '../../src/domain/event.js';
import { registerOrganization } from '../../src/domain/organization/commands.js';
import * as people from '../../src/domain/person/commands.js';
import { adoptStrategy, openPlan } from '../../src/domain/plan/commands.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { openMail } from '../../src/main/open-mail.js';
import { administrator, commandDesk } from '../support/command-desk.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { postgresDatabases } from '../support/postgres-databases.js';

const town = '3541024';
const person = `person-${'a'.repeat(32)}`;
const reason = { en: 'Staff changed' };

describe('several nodes over one database', () => {
  const databases = postgresDatabases();
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.stop());

  test('write each letter once, and go on when one of them is gone', async () => {
    const desk = commandDesk();
    const views = openMemoryReadModels({ log: desk.log });
    let given = 0;
    async function record<Input extends CommandInput, State, S extends EventSchemas>(
      command: Command<Input, State, S>,
      input: Omit<Input, 'idempotencyKey'>,
    ) {
      const keyed = { ...input, idempotencyKey: `key-${(given += 1)}` } as Input;
      const outcome = await desk.execute(command, keyed, administrator);
      if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
      await views.reached(outcome.position, 5_000);
      return outcome;
    }
    const kind = { kind: 'MUNICIPALITY', tier: 'LOWER' } as const;
    await record(registerOrganization, { code: town, ...kind, name: { en: 'Kincardine' } });
    const partner = { kind: 'PARTNER', sector: 'health', name: { en: 'CMHA' } } as const;
    await record(registerOrganization, { code: 'cmha', ...partner });
    const title = { en: 'Plan' };
    const { stream: planId } = await record(openPlan, { title, bodies: [town] });
    const strategy = { title, area: 'PREVENTION', sectors: ['health'], risks: [] } as const;
    const { events } = await record(adoptStrategy, { planId, ...strategy });
    const strategyId = events[0]?.data['strategyId'] as string;
    const made = { planId, strategyId, partner: town, statement: { en: 'Two workers' } };
    const { stream: commitmentId } = await record(makeCommitment, made);
    await record(people.invitePerson, { person });
    for (const organization of [town, 'cmha'])
      await record(people.grantRole, { person, role: 'partner', organization });
    const address = 'anne@kincardine.example';
    const contact = { address, language: 'en', notices: ['HANDOVER'] } as const;
    await record(people.setPersonContact, { person, ...contact });

    const database = await databases.create();
    const reading = readConfiguration({
      JALON_EVENT_LOG: 'memory',
      JALON_READ_MODELS: 'postgres',
      DATABASE_URL: database.url,
      JALON_TAKEOVER_MS: '100',
      JALON_SMTP_URL: server.url,
      JALON_MAIL_FROM: 'jalon@example.org',
      JALON_MAIL_DIGEST_HOUR: '23',
    });
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    {
      await using session = await openSession(database);
      await (await postgresMailLedger(session)).begin(await desk.log.head());
    }
    const rules = { publicationDays: [], reviewYears: [], firstAdoptionBy: '2021-07-01' };
    const node = () =>
      openMail(
        reading.configuration,
        {
          desk: { ...desk, now: () => desk.clock.now, close: async () => undefined },
          views,
          folders: { mail: '' },
          rules,
        },
        pino({ level: 'silent' }),
      );
    const nodes = [node(), node()];
    await record(reassignCommitment, { commitmentId, partner: 'cmha', reason });
    await server.messages(1);
    await nodes[0]?.stop();
    await record(reassignCommitment, { commitmentId, partner: town, reason });
    const letters = await server.messages(2);
    await nodes[1]?.stop();
    const ids = letters.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);
    expect(new Set(ids).size).toBe(2);
    expect(server.arrived).toHaveLength(2);
    await views.close();
    await desk.log.close();
  });
});
