import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import { openMemoryReadModels } from '../../../src/adapters/read-models/memory/open-memory-read-models.js';
import type { Caller } from '../../../src/domain/authority.js';
import {
  registerOrganization,
  succeedOrganization,
} from '../../../src/domain/organization/commands.js';
import { revokeRole } from '../../../src/domain/person/commands.js';
import { markRecordedInError } from '../../../src/domain/record/commands.js';
import * as requests from '../../../src/domain/request/commands.js';
import { addressOf, mailOffice, personId, type MailOffice } from './mail-office.js';

const town = '3541024';
const question = { en: 'Why did Anne Tremblay close the shelter?', fr: 'Pourquoi?' };
const analyst: Caller = {
  actor: personId('analyst'),
  role: 'ministry-analyst',
  organizations: ['solgen'],
};

describe('what the ministry asks', () => {
  let office: MailOffice;
  let round: () => Promise<void>;

  beforeEach(async () => {
    office = await mailOffice();
    const { record, invite } = office;
    const name = { en: 'Named' };
    await record(registerOrganization, { code: 'solgen', kind: 'MINISTRY', name });
    const kind = { kind: 'MUNICIPALITY', tier: 'LOWER' } as const;
    await record(registerOrganization, { code: town, ...kind, name });
    for (const code of ['police', 'cmha'])
      await record(registerOrganization, { code, kind: 'PARTNER', sector: 'health', name });
    await invite({ name: 'mayor', roles: [['municipal-approver', town]], language: 'fr' });
    await invite({ name: 'clerk', roles: [['municipal-editor', town]] });
    await invite({ name: 'adviser', roles: [['regional-adviser', town]] });
    await invite({ name: 'chief', roles: [['partner', 'police']] });
    await invite({ name: 'left', roles: [['partner', 'police']] });
    await invite({ name: 'nurse', roles: [['partner', 'cmha']] });
    await invite({ name: 'analyst', roles: [['ministry-analyst', 'solgen']] });
    const role = { role: 'partner', organization: 'police' } as const;
    await record(revokeRole, { person: personId('left'), ...role, reason: { en: 'Retired' } });
    round = office.start();
    await round();
  });
  afterEach(() => office.close());

  const addresses = (...names: readonly string[]) => names.map(addressOf).toSorted();
  const ask = async (): Promise<string> => {
    const organizations = [town, 'police'];
    const input = { organizations, question, dueOn: '2024-06-30', period: '2023' };
    return (await office.record(requests.requestInformation, input, analyst)).stream;
  };
  const answer = (requestId: string) =>
    office.record(requests.provideInformation, {
      requestId,
      organization: 'police',
      answer: question,
    });
  const withdraw = (requestId: string) =>
    office.record(requests.withdrawRequest, { requestId, reason: question }, analyst);
  const letters = async () => {
    await round();
    return office.arrived();
  };

  it('is told to those who may answer for whoever is asked, and to nobody else', async () => {
    await ask();
    const told = await letters();
    expect(Object.keys(told).toSorted()).toEqual(addresses('chief', 'clerk', 'mayor'));
    expect(told[addressOf('chief')]).toContain('The ministry asks your organization');
    expect(told[addressOf('chief')]).toContain('Due on: June 30, 2024\nPeriod: 2023\n');
    expect(told[addressOf('mayor')]).toContain('Le ministère demande des renseignements');
    expect(told[addressOf('mayor')]).toContain('Échéance\u00a0: 30 juin 2024');
    expect(JSON.stringify(told)).not.toMatch(/Tremblay|Pourquoi/);
  });

  it('waits while the views that it is told from are still being built', async () => {
    const empty = openMemoryEventLog();
    const beingBuilt = openMemoryReadModels({ log: empty });
    await office.server.stop();
    await ask();
    await round();
    office.clock.now = '2024-06-15T17:00:00.000Z';
    const waiting = await office.ledger.waiting(office.clock.now, 10);
    expect(waiting).toHaveLength(3);
    await office.start(beingBuilt)();
    expect(await office.ledger.waiting(office.clock.now, 10)).toEqual(waiting);
    await beingBuilt.close();
    await empty.close();
  });

  it('is not told to an organization that has answered by then', async () => {
    await answer(await ask());
    expect(Object.keys(await letters()).toSorted()).toEqual(addresses('clerk', 'mayor'));
  });

  it('is told to those of a successor from the day an organization has ended', async () => {
    const endedOn = '2024-06-16';
    const succession = { organization: 'police', successor: 'cmha', endedOn };
    await office.record(succeedOrganization, succession);
    const requestId = await ask();
    expect(Object.keys(await letters()).toSorted()).toEqual(addresses('chief', 'clerk', 'mayor'));
    office.clock.now = `${endedOn}T16:00:00.000Z`;
    await withdraw(requestId);
    const told = Object.keys(await letters()).toSorted();
    expect(told).toEqual(addresses('chief', 'clerk', 'mayor', 'nurse'));
  });

  it('is not told once it is withdrawn, which is', async () => {
    const requestId = await ask();
    await withdraw(requestId);
    const told = await letters();
    expect(Object.keys(told).toSorted()).toEqual(addresses('chief', 'clerk', 'mayor'));
    expect(told[addressOf('clerk')]).toContain('The ministry withdrew its request');
    expect(told[addressOf('mayor')]).toContain('Le ministère a retiré sa demande');
    expect(JSON.stringify(told)).not.toMatch(/Tremblay|Pourquoi|ministry asks your/);
  });

  it.each([
    ['asked', 0, []],
    ['withdrawn', 1, ['chief', 'clerk', 'mayor']],
  ] as const)('that it was %s by mistake is not told', async (_, revision, names) => {
    const stream = await ask();
    await withdraw(stream);
    const reason = { en: 'A mistake' };
    await office.record(markRecordedInError, { stream, revision, reason }, analyst);
    const told = await letters();
    expect(Object.keys(told).toSorted()).toEqual(addresses(...names));
    expect(JSON.stringify(told)).not.toContain('withdrew');
  });
});
