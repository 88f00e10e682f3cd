import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { notifier } from '../../../src/adapters/mail/notifier.js';
import { openPost } from '../../../src/adapters/mail/post.js';
import { sqliteMailLedger } from '../../../src/adapters/mail/sqlite-mail-ledger.js';
import type { MailLedger } from '../../../src/adapters/mail/mail-ledger.js';
import { openMemoryReadModels } from '../../../src/adapters/read-models/memory/open-memory-read-models.js';
import type { Command, CommandInput } from '../../../src/domain/command.js';
import * as commitments from '../../../src/domain/commitment/commands.js';
import { nameCommitmentResponsible } from '../../../src/domain/commitment/tracking-commands.js';
import type { EventSchemas } from '../../../src/domain/event.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import * as people from '../../../src/domain/person/commands.js';
import type { NoticeKind } from '../../../src/domain/person/events.js';
import { adoptStrategy, openPlan } from '../../../src/domain/plan/commands.js';
import { redactTexts } from '../../../src/domain/record/commands.js';
import { textKeysIn, type Language } from '../../../src/domain/text.js';
import { administrator, commandDesk } from '../../support/command-desk.js';
import { startMailServer, type MailServer } from '../../support/mail-server.js';

const town = '3541024';
const reason = { en: 'Staff changed', fr: 'Changement de personnel' };
const never = new AbortController().signal;
const id = (digit: string) => `person-${digit.repeat(32)}`;
const [anne, bob] = [id('a'), id('b')];
const [anneAt, bobAt] = ['anne@cmha.example', 'bob@cmha.example'];

/** A town with a plan, two partners, and a commitment that one of them has. */
async function mailTown() {
  const desk = commandDesk();
  const readModels = openMemoryReadModels({ log: desk.log });
  const logged: unknown[] = [];
  let given = 0;
  async function record<Input extends CommandInput, State, S extends EventSchemas>(
    command: Command<Input, State, S>,
    input: Omit<Input, 'idempotencyKey'>,
    actor = administrator,
  ) {
    const keyed = { ...input, idempotencyKey: `key-${(given += 1)}` } as Input;
    const outcome = await desk.execute(command, keyed, actor);
    if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
    await readModels.reached(outcome.position, 5000);
    return outcome;
  }
  const kind = { kind: 'MUNICIPALITY', tier: 'LOWER' } as const;
  await record(registerOrganization, { code: town, ...kind, name: { en: 'Kincardine' } });
  for (const [code, en, fr] of [
    ['police', 'Police service', 'Service de police'],
    ['cmha', 'CMHA', 'ACSM'],
  ] as const)
    await record(registerOrganization, {
      code,
      kind: 'PARTNER',
      sector: 'health',
      name: { en, fr },
    });
  const title = { en: 'Plan' };
  const { stream: planId } = await record(openPlan, { title, bodies: [town] });
  const strategy = { title, area: 'PREVENTION', sectors: ['health'], risks: [] } as const;
  const { events } = await record(adoptStrategy, { planId, ...strategy });
  const strategyId = events[0]?.data['strategyId'] as string;
  const make = (dueOn: string, en = 'Two workers', partner = 'police') =>
    record(commitments.makeCommitment, {
      planId,
      strategyId,
      partner,
      statement: { en, fr: 'Deux intervenants' },
      dueOn,
    });
  const invite = async (
    person: string,
    contact: { address?: string; language: Language; notices: readonly NoticeKind[] },
    organization = 'cmha',
  ) => {
    await record(people.invitePerson, { person });
    await record(people.grantRole, { person, role: 'partner', organization });
    return record(people.setPersonContact, { person, ...contact });
  };
  const handOver = (commitmentId: string, partner = 'cmha') =>
    record(commitments.reassignCommitment, { commitmentId, partner, reason });
  const logger = {
    info: () => 0,
    warn: (...of: unknown[]) => logged.push(of),
    error: (...of: unknown[]) => logged.push(of),
  };
  const rules = { publicationDays: [], reviewYears: [], firstAdoptionBy: '2021-07-01' };
  return {
    ...desk,
    readModels,
    rules,
    logger: logger as never,
    logged,
    record,
    make,
    invite,
    handOver,
  };
}

type Town = Awaited<ReturnType<typeof mailTown>>;

describe('people are written to', () => {
  let place: Town;
  let server: MailServer;
  let ledger: MailLedger;
  let ends: (() => unknown)[];

  const begin = (through = ledger, digestHour = 7) => {
    const from = 'Jalon <jalon@solgen.example>';
    const post = openPost({ url: server.url, from, patienceMs: 2_000 });
    ends.push(() => post.close());
    const { log, keys, readModels, rules, logger, clock } = place;
    const now = () => clock.now;
    const ports = { log, keys, readModels, rules, logger, now, ledger: through, post, digestHour };
    const round = notifier(ports);
    return () => round(never);
  };
  const arrivals = () => server.arrived.map(({ to }) => to);
  const headerOf = (at: number, name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n .*)*)`, 'im').exec(server.arrived[at]?.source ?? '')?.[1];

  beforeEach(async () => {
    ends = [];
    place = await mailTown();
    server = await startMailServer();
    ledger = sqliteMailLedger(':memory:');
  });
  afterEach(async () => {
    for (const end of ends) end();
    await ledger.close();
    await server.stop();
    await place.readModels.close();
    await place.log.close();
  });

  it('a commitment that is handed over is told to those who belong to whoever has it now', async () => {
    const { stream } = await place.make('2025-03-31');
    await place.invite(anne, { address: anneAt, language: 'fr', notices: ['HANDOVER'] });
    await place.invite(bob, { address: bobAt, language: 'en', notices: ['DIGEST'] });
    await place.invite(
      id('c'),
      { address: 'c@police.example', language: 'en', notices: ['HANDOVER'] },
      'police',
    );
    const round = begin(ledger, 23);
    await round();
    await place.handOver(stream);
    await round();
    expect(arrivals()).toEqual([anneAt]);
    const { source = '' } = server.arrived[0] ?? {};
    expect(headerOf(0, 'From')).toBe('Jalon <jalon@solgen.example>');
    expect(headerOf(0, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(0, 'Content-Language')).toBe('fr');
    expect(headerOf(0, 'Message-ID')).toMatch(/^<[0-9a-f]{40}@solgen\.example>$/);
    expect(headerOf(0, 'Subject')).toMatch(/^=\?UTF-8\?Q\?Un_engagement_a_/);
    expect(source).toContain('Deux intervenants');
    expect(source).toContain('31 mars 2025');
  });

  it('who is named to answer for a commitment is told, but not who named himself', async () => {
    const { stream: commitmentId } = await place.make('2025-03-31');
    await place.invite(anne, { address: anneAt, language: 'en', notices: ['HANDOVER'] });
    const round = begin(ledger, 23);
    await round();
    await place.record(nameCommitmentResponsible, { commitmentId, person: anne });
    const herself = { ...administrator, actor: anne };
    await place.record(nameCommitmentResponsible, { commitmentId, person: anne }, herself);
    await round();
    expect(arrivals()).toEqual([anneAt]);
    expect(headerOf(0, 'Subject')).toBe('You now answer for a commitment');
  });

  it('nobody is written to about what happened before mail was switched on', async () => {
    const { stream } = await place.make('2025-03-31');
    await place.invite(anne, { address: anneAt, language: 'fr', notices: ['HANDOVER'] });
    await place.handOver(stream);
    await begin(ledger, 23)();
    expect(arrivals()).toEqual([]);
  });

  it('nothing is sent again after a restart, and a repetition has the same Message-ID', async () => {
    const { stream } = await place.make('2025-03-31');
    await place.invite(anne, { address: anneAt, language: 'fr', notices: ['HANDOVER'] });
    await begin(ledger, 23)();
    await place.handOver(stream);
    // The program ends when the letter is sent and not yet noted.
    const cut: MailLedger = { ...ledger, settle: () => Promise.reject(new Error('ended')) };
    await expect(begin(cut, 23)()).rejects.toThrow('ended');
    await begin(ledger, 23)();
    await begin(ledger, 23)();
    expect(arrivals()).toEqual([anneAt, anneAt]);
    expect(headerOf(1, 'Message-ID')).toBe(headerOf(0, 'Message-ID'));
  });

  it('an address refused for good blocks nobody; one put off is tried again later', async () => {
    const { stream } = await place.make('2025-03-31');
    for (const [person, address] of [
      [anne, anneAt],
      [bob, bobAt],
      [id('d'), 'd@cmha.example'],
    ] as const)
      await place.invite(person, { address, language: 'en', notices: ['HANDOVER'] });
    server.refuse(anneAt, 550);
    server.refuse(bobAt, 451);
    const round = begin(ledger, 23);
    await round();
    await place.handOver(stream);
    await round();
    expect(arrivals()).toEqual(['d@cmha.example']);
    server.accept(anneAt);
    server.accept(bobAt);
    await round();
    expect(arrivals()).toHaveLength(1);
    place.clock.now = '2024-06-15T16:02:00.000Z';
    await round();
    expect(arrivals()).toEqual(['d@cmha.example', bobAt]);
    expect(place.logged).toHaveLength(2);
    expect(JSON.stringify(place.logged)).not.toMatch(/@|secret/);
  });

  it('while the server is away notices wait, and then all of them go', async () => {
    const { stream } = await place.make('2025-03-31');
    for (const [person, address] of [
      [anne, anneAt],
      [bob, bobAt],
    ] as const)
      await place.invite(person, { address, language: 'en', notices: ['HANDOVER'] });
    const round = begin(ledger, 23);
    await round();
    await place.handOver(stream);
    await server.stop();
    await round();
    expect(JSON.stringify(place.logged)).toContain('UNREACHABLE');
    server = await startMailServer(Number(new URL(server.url).port));
    place.clock.now = '2024-06-15T16:02:00.000Z';
    await round();
    expect(arrivals().toSorted()).toEqual([anneAt, bobAt]);
    expect(JSON.stringify(place.logged)).not.toContain('secret');
  });

  it('who left, unsubscribed or whose address was redacted is not written to', async () => {
    const { stream } = await place.make('2025-03-31');
    const wanted = { language: 'en', notices: ['HANDOVER'] } as const;
    const set = await place.invite(anne, { address: anneAt, ...wanted });
    await place.invite(bob, { address: bobAt, ...wanted });
    await place.invite(id('d'), { address: 'd@cmha.example', ...wanted });
    const round = begin(ledger, 23);
    await round();
    await place.handOver(stream);
    // Everything below happens while the notices wait for the server.
    await server.stop();
    await round();
    const keys = [...textKeysIn(set.events[0]?.data)];
    await place.record(redactTexts, { stream: anne, keys, authority: 'MFIPPA s. 14', reason });
    const role = { role: 'partner', organization: 'cmha' } as const;
    await place.record(people.revokeRole, { person: bob, ...role, reason });
    const off = { person: id('d'), address: 'd@cmha.example', language: 'en' } as const;
    await place.record(people.setPersonContact, { ...off, notices: [] });
    server = await startMailServer(Number(new URL(server.url).port));
    place.clock.now = '2024-06-15T20:00:00.000Z';
    await round();
    expect(arrivals()).toEqual([]);
  });

  it('the digest names what is overdue and due soon, from its hour on, once a day', async () => {
    await place.make('2024-06-01', 'Late work', 'cmha');
    await place.make('2024-07-10', 'Work to do', 'cmha');
    await place.make('2025-07-10', 'Far away', 'cmha');
    await place.make('2024-07-10', "Others' work", 'police');
    await place.invite(anne, { address: anneAt, language: 'en', notices: ['DIGEST'] });
    // 6:59 in Toronto, in summer time.
    place.clock.now = '2024-06-17T10:59:00.000Z';
    await begin()();
    expect(arrivals()).toEqual([]);
    place.clock.now = '2024-06-17T11:00:00.000Z';
    await begin()();
    await begin()();
    place.clock.now = '2024-06-18T03:30:00.000Z';
    await begin()();
    expect(arrivals()).toEqual([anneAt]);
    const { source = '' } = server.arrived[0] ?? {};
    expect(headerOf(0, 'Subject')).toBe('CMHA: 1 overdue, 1 due soon');
    expect(source).toContain('Late work');
    expect(source).toContain('Work to do');
    expect(source).not.toMatch(/Far away|Others/);
    place.clock.now = '2024-06-18T12:00:00.000Z';
    await begin()();
    expect(arrivals()).toEqual([anneAt, anneAt]);
    expect(headerOf(1, 'Message-ID')).not.toBe(headerOf(0, 'Message-ID'));
  });

  it('there is no digest on a day on which nothing is due', async () => {
    await place.make('2025-07-10', 'Far away', 'cmha');
    await place.invite(anne, { address: anneAt, language: 'en', notices: ['DIGEST'] });
    await begin()();
    expect(arrivals()).toEqual([]);
  });
});
