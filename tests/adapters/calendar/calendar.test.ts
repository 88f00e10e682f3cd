import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { openCalendar } from '../../../src/adapters/calendar/open-calendar.js';
import { openMemoryReadModels } from '../../../src/adapters/read-models/memory/open-memory-read-models.js';
import { makeCommitment, withdrawCommitment } from '../../../src/domain/commitment/commands.js';
import { setCommitmentMilestone } from '../../../src/domain/commitment/tracking-commands.js';
import {
  grantConsent,
  narrowConsent,
  withdrawConsent,
} from '../../../src/domain/consent/commands.js';
import type { Command, CommandInput } from '../../../src/domain/command.js';
import type { EventSchemas } from '../../../src/domain/event.js';
import { textKeysIn } from '../../../src/domain/text.js';
import { openCycle } from '../../../src/domain/cycle/commands.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import { adoptPlan, adoptStrategy, openPlan } from '../../../src/domain/plan/commands.js';
import { redactTexts } from '../../../src/domain/record/commands.js';
import { administrator, approver, commandDesk } from '../../support/command-desk.js';
import { definitions } from '../../graphql/query-town.js';
import { planServer, problemOf, type PlanServer } from '../http/plan-server.js';

const [kincardine, saugeen] = ['3541024', 'saugeen'];
const reason = { en: 'The service closed' };

/** A town and a First Nation with a joint plan, and what they undertake in it. */
async function calendarTown() {
  const desk = commandDesk();
  const readModels = openMemoryReadModels({ log: desk.log });
  let given = 0;
  async function record<Input extends CommandInput, State, S extends EventSchemas>(
    command: Command<Input, State, S>,
    input: Omit<Input, 'idempotencyKey'>,
    caller = administrator,
  ) {
    const keyed = { ...input, idempotencyKey: `key-${(given += 1)}` } as Input;
    const outcome = await desk.execute(command, keyed, caller);
    if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
    await readModels.reached(outcome.position, 5000);
    return outcome;
  }
  const town = { code: kincardine, kind: 'MUNICIPALITY', tier: 'LOWER' } as const;
  await record(registerOrganization, { ...town, name: { en: 'Kincardine' } });
  const name = { en: 'Saugeen First Nation' };
  await record(registerOrganization, { code: saugeen, kind: 'FIRST_NATION', name });
  const title = { en: 'Joint plan', fr: 'Plan conjoint' };
  const { stream: planId } = await record(openPlan, { title, bodies: [kincardine, saugeen] });
  const strategy = { title, area: 'PREVENTION', sectors: ['education'], risks: [] } as const;
  const { events } = await record(adoptStrategy, { planId, ...strategy });
  const strategyId = events[0]?.data['strategyId'] as string;
  const made = { planId, strategyId, partner: kincardine, dueOn: '2024-11-03' };
  const statement = { en: 'Open; a youth, centre\nin town', fr: 'Ouvrir un centre' };
  const { stream: commitmentId } = await record(makeCommitment, { ...made, statement });
  await record(setCommitmentMilestone, {
    commitmentId,
    name: { en: 'Lease signed', fr: 'Bail signé' },
    dueOn: '2024-02-29',
  });
  const rooms = { ...made, statement: { en: 'Two rooms' } };
  const { stream: givenUp } = await record(makeCommitment, rooms);
  await record(withdrawCommitment, { commitmentId: givenUp, reason });
  const { stream: own } = await record(makeCommitment, { ...rooms, partner: saugeen });
  for (const body of [kincardine, saugeen])
    await record(
      adoptPlan,
      { planId, body, adoptedOn: '2024-06-01', resolution: '7' },
      approver(body),
    );
  const calendar = openCalendar({
    readModels,
    keys: desk.keys,
    rules: {
      publicationDays: [{ from: '2019-01-01', amount: 30 }],
      reviewYears: [],
      firstAdoptionBy: '2021-07-01',
    },
    now: () => desk.clock.now,
  });
  return { ...desk, readModels, record, calendar, planId, commitmentId, givenUp, own };
}

describe('the calendar of what is due', () => {
  let town: Awaited<ReturnType<typeof calendarTown>>;
  let server: PlanServer;
  beforeAll(async () => {
    town = await calendarTown();
    server = await planServer({ calendar: town.calendar });
  });
  afterAll(async () => {
    await server.stop();
    await town.readModels.close();
    await town.log.close();
  });

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    server.send({ path: `/calendar/${path}`, headers });
  const eventsOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((each) => ({ component: each, event: new ICAL.Event(each) }));
  const planEvents = async (query = '') =>
    eventsOf((await get(`plan/${town.planId}.ics${query}`)).text);

  test('has an event all day on the civil date of each due thing', async () => {
    const reply = await get(`${kincardine}.ics`);
    expect([reply.status, reply.headers['content-type']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    const events = eventsOf(reply.text).map(({ event, component }) => [
      event.uid,
      event.startDate.isDate && event.startDate.toString(),
      event.summary,
      component.getFirstPropertyValue('status'),
    ]);
    expect(events).toEqual([
      [
        expect.stringMatching(/^milestone-[0-9a-f]{32}@jalon$/),
        '2024-02-29',
        'Milestone due: Lease signed',
        'CONFIRMED',
      ],
      [
        `publication.${town.planId}@jalon`,
        '2024-07-01',
        'Plan to be published: Joint plan',
        'CONFIRMED',
      ],
      ...[
        [
          `${town.commitmentId}@jalon`,
          '2024-11-03',
          'Commitment due: Open; a youth, centre\nin town',
          'CONFIRMED',
        ],
        [`${town.givenUp}@jalon`, '2024-11-03', 'Commitment due: Two rooms', 'CANCELLED'],
      ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ]);
  });

  test('speaks the language of the address, or else that of the header', async () => {
    const french = await get(`${kincardine}.ics?lang=fr`);
    expect(french.headers['content-language']).toBe('fr');
    expect(eventsOf(french.text)[0]?.event.summary).toBe('Jalon à atteindre\u00a0: Bail signé');
    const preferred = await get(`plan/${town.planId}.ics`, { 'accept-language': 'fr-CA' });
    expect(preferred.text).toContain('Plan conjoint');
    const both = await get(`${kincardine}.ics?lang=en`, { 'accept-language': 'fr-CA' });
    expect(both.headers['content-language']).toBe('en');
  });

  test('is not sent again while it says the same, even when more was recorded', async () => {
    const first = await get(`${kincardine}.ics`);
    const etag = String(first.headers.etag);
    await town.record(registerOrganization, {
      code: 'solgen',
      kind: 'MINISTRY',
      name: { en: 'Ministry' },
    });
    const again = await get(`${kincardine}.ics`, { 'if-none-match': etag });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
  });

  test('an event keeps its identifier and raises its sequence when its record changes', async () => {
    const milestone = (all: ReturnType<typeof eventsOf>) =>
      all.find(({ event }) => event.uid.startsWith('milestone-'))?.event;
    const before = milestone(await planEvents());
    await town.record(setCommitmentMilestone, {
      commitmentId: town.commitmentId,
      name: { en: 'Doors open' },
      dueOn: '2024-10-31',
    });
    const after = milestone(await planEvents());
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
  });

  test('shows what a First Nation does only while it consents that everybody sees it', async () => {
    expect((await get(`${saugeen}.ics`)).status).toBe(404);
    const uids = async () => (await planEvents()).map(({ event }) => event.uid);
    expect(await uids()).not.toContain(`${town.own}@jalon`);
    const terms = { audiences: ['PUBLIC'], level: 'IDENTIFIED', plans: true } as const;
    const first = { firstNation: saugeen, ...terms };
    const granted = await town.record(grantConsent, first as never, approver(saugeen));
    expect(await uids()).toContain(`${town.own}@jalon`);
    expect((await get(`${saugeen}.ics`)).status).toBe(200);
    const grantId = granted.events[0]?.data['grantId'] as string;
    const back = { firstNation: saugeen, grantId, reason };
    await town.record(withdrawConsent, back as never, approver(saugeen));
    expect(await uids()).not.toContain(`${town.own}@jalon`);
    expect((await get(`${saugeen}.ics`)).status).toBe(404);
  });

  test('shows what is left of a consent once it is narrowed', async () => {
    const { 'calls-for-service': definition } = definitions;
    const universe = { kind: 'LISTED' as const, bodies: [kincardine, saugeen] };
    await town.record(defineIndicator, { ...definition, key: 'calls', universe });
    const expectations = [{ indicator: 'calls' }];
    const timing = { deadline: '2024-08-30', graceDays: 0 };
    await town.record(openCycle, { period: '2023', expectations, ...timing });
    const uids = async () =>
      eventsOf((await get(`${saugeen}.ics`)).text).map(({ event }) => event.uid);
    const [report, undertaken] = [`report.cycle-2023.${saugeen}@jalon`, `${town.own}@jalon`];
    const terms = { audiences: ['PUBLIC'], level: 'IDENTIFIED', plans: true } as const;
    const whole = { firstNation: saugeen, ...terms };
    const granted = await town.record(grantConsent, whole as never, approver(saugeen));
    expect(await uids()).toEqual(expect.arrayContaining([report, undertaken]));
    const grantId = granted.events[0]?.data['grantId'] as string;
    const narrow = (less: object) =>
      town.record(narrowConsent, { ...whole, grantId, reason, ...less } as never);
    await narrow({ indicators: [] });
    expect(await uids()).toContain(undertaken);
    expect(await uids()).not.toContain(report);
    await narrow({ indicators: [], audiences: ['MINISTRY'] });
    expect((await get(`${saugeen}.ics`)).status).toBe(404);
    const shared = await planEvents();
    expect(shared.map(({ event }) => event.uid)).not.toContain(undertaken);
    const towns = eventsOf((await get(`${kincardine}.ics`)).text);
    expect(towns.map(({ event }) => event.uid)).toContain(`report.cycle-2023.${kincardine}@jalon`);
  });

  test('a redacted text is gone at once', async () => {
    const [made] = await town.log.readStream(town.commitmentId);
    const texts = { stream: town.commitmentId, keys: [...textKeysIn(made?.data)] };
    await town.record(redactTexts, { ...texts, authority: 'MFIPPA s. 14', reason });
    const { text } = await get(`${kincardine}.ics`);
    expect(text).toContain('[redacted]');
    expect(text).not.toContain('youth');
  });

  test('nothing else has a calendar', async () => {
    const unknown = '404 NOT_FOUND calendar-unknown';
    expect(problemOf(await get('9999999.ics'))).toBe(unknown);
    expect(problemOf(await get("plan/plan-0'--.ics"))).toBe(unknown);
    expect(problemOf(await get(kincardine))).toBe('404 NOT_FOUND path-unknown');
  });
});
