import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../src/domain/authority.js';
import { changeCycleDeadline, openCycle } from '../../../src/domain/cycle/commands.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import { recordObservation } from '../../../src/domain/observation/commands.js';
import {
  registerOrganization,
  succeedOrganization,
} from '../../../src/domain/organization/commands.js';
import { revokeRole } from '../../../src/domain/person/commands.js';
import * as submissions from '../../../src/domain/submission/commands.js';
import { addressOf, mailOffice, personId, type MailOffice } from './mail-office.js';

const [ottawa, hamilton, nation] = ['3506008', '3525005', 'saugeen'];
const indicator = 'calls-for-service';
const cycleId = 'cycle-2023';
const report = { cycleId, body: ottawa };
const secret = { en: 'The count of Anne Tremblay is wrong', fr: 'Le compte est faux' };
const attestation = { en: 'I, Anne Tremblay, attest it', fr: "J'en atteste" };
const reviewer: Caller = {
  actor: personId('reviewer'),
  role: 'ministry-reviewer',
  organizations: ['solgen'],
};
const approverOf = (name: string, organization: string): Caller => ({
  actor: personId(name),
  role: 'municipal-approver',
  organizations: [organization],
});

const definition = {
  name: { en: 'Calls for service', fr: 'Appels de service' },
  kind: 'COUNT_FLOW',
  unit: { en: 'calls' },
  decimals: 0,
  direction: 'LOWER',
  sensitivity: 'CELL_5',
  overTime: 'SUM',
  overSpace: 'SUM',
  periodKind: 'YEAR',
  proportion: false,
} as const;

/** Two cities and a First Nation that report on 2023, and people of each. */
async function openYear({ record, invite }: MailOffice): Promise<void> {
  const solgen = { code: 'solgen', kind: 'MINISTRY', name: { en: 'Ministry' } } as const;
  await record(registerOrganization, solgen);
  for (const [code, name] of [
    [ottawa, 'Ottawa'],
    [hamilton, 'Hamilton'],
  ] as const)
    await record(registerOrganization, {
      code,
      kind: 'MUNICIPALITY',
      tier: 'SINGLE',
      name: { en: name },
    });
  const name = { en: 'Saugeen First Nation', fr: 'Première Nation de Saugeen' };
  await record(registerOrganization, { code: nation, kind: 'FIRST_NATION', name });
  const bodies = [ottawa, hamilton, nation];
  await record(defineIndicator, {
    ...definition,
    dimensions: [],
    key: indicator,
    universe: { kind: 'LISTED', bodies },
  });
  const expectations = [{ indicator }];
  const terms = { period: '2023', expectations, deadline: '2024-06-14', graceDays: 0 };
  await record(openCycle, terms, reviewer);
  for (const organization of bodies)
    await record(recordObservation, { indicator, organization, period: '2023', value: '40' });
  await invite({ name: 'mayor', roles: [['municipal-approver', ottawa]] });
  await invite({ name: 'clerk', roles: [['municipal-editor', ottawa]], language: 'fr' });
  await invite({ name: 'partner', roles: [['partner', ottawa]] });
  await invite({ name: 'adviser', roles: [['regional-adviser', ottawa]] });
  await invite({ name: 'silent', roles: [['municipal-editor', ottawa]], notices: ['DIGEST'] });
  await invite({ name: 'left', roles: [['municipal-editor', ottawa]] });
  await invite({ name: 'hamilton', roles: [['municipal-approver', hamilton]] });
  await invite({ name: 'nation', roles: [['municipal-approver', nation]] });
  await invite({ name: 'reviewer', roles: [['ministry-reviewer', 'solgen']] });
  // Whose role is in the token alone.
  await invite({ name: 'deputy', roles: [] });
  const role = { role: 'municipal-editor', organization: ottawa } as const;
  await record(revokeRole, { person: personId('left'), ...role, reason: { en: 'Retired' } });
}

describe('what becomes of a report', () => {
  let office: MailOffice;
  let round: () => Promise<void>;

  beforeEach(async () => {
    office = await mailOffice();
    await openYear(office);
    round = office.start();
    await round();
  });
  afterEach(() => office.close());

  const addresses = (...names: readonly string[]) => names.map(addressOf).toSorted();
  const file = (name = 'mayor', body = ottawa) =>
    office.record(
      submissions.fileSubmission,
      { cycleId, body, attestation },
      approverOf(name, body),
    );
  const sendBack = (body = ottawa) =>
    office.record(
      submissions.returnSubmission,
      { cycleId, body, comments: [{ indicator, text: secret }], remark: secret },
      reviewer,
    );
  /** Letters of a round, which may name nobody's words. */
  const letters = async () => {
    await round();
    const arrived = office.arrived();
    expect(JSON.stringify(arrived)).not.toMatch(/Tremblay|faux|atteste/);
    return arrived;
  };
  const toldTo = async () => Object.keys(await letters()).toSorted();

  it('a receipt goes to who submitted it, approvers and editors, and to nobody else', async () => {
    await file();
    const told = await letters();
    expect(Object.keys(told).toSorted()).toEqual(addresses('clerk', 'mayor'));
    const english = told[addressOf('mayor')];
    expect(english).toContain('Ottawa: the report for 2023 was received\n');
    expect(english).toContain('Submitted on: June 15, 2024');
    expect(english).toContain('Entries: 1, of which 1 with a number');
    expect(english).toContain('Deadline: June 14, 2024, first submitted 1 day after it');
    expect(english).toContain(`submission(cycleId: "cycle-2023", body: "${ottawa}")`);
    const french = told[addressOf('clerk')];
    expect(french).toContain('Ottawa\u00a0: le rapport pour 2023 a été reçu\n');
    expect(french).toContain('Échéance\u00a0: 14 juin 2024, première soumission 1 jour après');
  });

  it.each([
    ['2024-06-15', 0, 'June 15, 2024, kept\n', '15 juin 2024, respectée\n'],
    ['2024-06-14', 5, '1 day after it, within grace\n', '1 jour après, dans le délai de grâce\n'],
    ['2024-06-12', 0, 'first submitted 3 days after it\n', 'soumission 3 jours après\n'],
  ])(
    'the receipt of one due on %s with %i days of grace says how it stands',
    async (deadline, graceDays, english, french) => {
      const moved = { cycleId, deadline, graceDays, reason: { en: 'Census' } };
      await office.record(changeCycleDeadline, moved, reviewer);
      await file();
      const told = await letters();
      expect(told[addressOf('mayor')]).toContain(english);
      expect(told[addressOf('clerk')]).toContain(french);
    },
  );

  it('who submitted with a role of the token alone has the receipt and what follows', async () => {
    await file('deputy');
    expect(await toldTo()).toEqual(addresses('clerk', 'deputy', 'mayor'));
    await sendBack();
    expect(await toldTo()).toEqual(addresses('clerk', 'deputy', 'mayor'));
  });

  it('who submitted and has left the body since is told nothing more', async () => {
    await file();
    await letters();
    const role = { role: 'municipal-approver', organization: ottawa } as const;
    await office.record(revokeRole, { person: personId('mayor'), ...role, reason: secret });
    await sendBack();
    expect(await toldTo()).toEqual(addresses('clerk'));
  });

  it('a return names the indicators with comments, and not what the comments say', async () => {
    await file();
    await letters();
    await sendBack();
    const told = await letters();
    expect(Object.keys(told).toSorted()).toEqual(addresses('clerk', 'mayor'));
    const english = told[addressOf('mayor')];
    expect(english).toContain('Ottawa: the report for 2023 was returned\n');
    expect(english).toContain(
      'There are comments on:\n- Calls for service\nThere is a remark on the whole report.',
    );
    const french = told[addressOf('clerk')];
    expect(french).toContain('Ottawa\u00a0: le rapport pour 2023 a été renvoyé\n');
    expect(french).toContain('- Appels de service');
  });

  it('acceptance, feedback and reopening are told in both languages', async () => {
    await file();
    await letters();
    const steps = [
      [submissions.acceptSubmission, report, 'was accepted', 'a été accepté'],
      [submissions.giveFeedback, { ...report, text: secret }, 'feedback on', 'commentaires sur'],
      [
        submissions.reopenSubmission,
        { ...report, reason: secret },
        'was reopened',
        'a été rouvert',
      ],
    ] as const;
    for (const [command, input, english, french] of steps) {
      await office.record<never, never, never>(command as never, input as never, reviewer);
      const told = await letters();
      expect(Object.keys(told).toSorted()).toEqual(addresses('clerk', 'mayor'));
      expect(told[addressOf('mayor')]?.split('\n')[0]).toContain(english);
      expect(told[addressOf('clerk')]?.split('\n')[0]).toContain(french);
    }
  });

  it('what a later decision undid is not told, though the mail was away meanwhile', async () => {
    await file();
    await letters();
    await sendBack();
    await file();
    await office.record(submissions.acceptSubmission, report, reviewer);
    await office.record(submissions.reopenSubmission, { ...report, reason: secret }, reviewer);
    await round();
    const subjects = office.server.arrived
      .filter(({ to }) => to === addressOf('mayor'))
      .map(({ source }) => /^Subject: (.*)/m.exec(source)?.[1]?.trim());
    expect(subjects).toEqual([
      'Ottawa: the report for 2023 was received',
      'Ottawa: the report for 2023 was received',
      'Ottawa: the report for 2023 was reopened',
    ]);
  });

  it('nothing is told twice after a restart', async () => {
    await file();
    await sendBack();
    await round();
    const sent = office.server.arrived.length;
    expect(sent).toBe(4);
    const restarted = office.start();
    await restarted();
    await restarted();
    expect(office.server.arrived).toHaveLength(sent);
  });

  it('that of a body whose place another took is told to those who report for it now', async () => {
    await office.invite({ name: 'hall', roles: [['municipal-editor', hamilton]] });
    await office.invite({ name: 'chief', roles: [['partner', hamilton]] });
    const endedOn = '2024-06-16';
    const succession = { organization: ottawa, successor: hamilton, endedOn };
    await office.record(succeedOrganization, succession);
    await file();
    expect(await toldTo()).toEqual(addresses('clerk', 'mayor'));
    office.clock.now = `${endedOn}T16:00:00.000Z`;
    await sendBack();
    const told = await letters();
    const names = ['clerk', 'hall', 'hamilton', 'mayor'];
    expect(Object.keys(told).toSorted()).toEqual(addresses(...names));
    expect(told[addressOf('hall')]).toContain('Ottawa: the report for 2023 was returned\n');
    expect(told[addressOf('hall')]).toContain(`body: "${ottawa}"`);
  });

  it('that of a First Nation is told to its own people, whoever submitted it', async () => {
    await file('deputy', nation);
    expect(await toldTo()).toEqual(addresses('deputy', 'nation'));
    await sendBack(nation);
    expect(await toldTo()).toEqual(addresses('nation'));
  });
});
