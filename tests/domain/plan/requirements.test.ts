import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { torontoDate } from '../../../src/domain/civil-date.js';
import { findingsOf, type PlanContent } from '../../../src/domain/plan/requirements.js';
import { clocksOf, type StatutoryRules } from '../../../src/domain/plan/rules.js';
import { deliveredCodeLists } from '../../support/code-lists.js';

const rules: StatutoryRules = {
  publicationDays: [
    { from: '2019-01-01', amount: 30 },
    { from: '2024-04-01', amount: 45 },
  ],
  reviewYears: [{ from: '2019-01-01', amount: 4 }],
  firstAdoptionBy: '2021-07-01',
  committeeSeats: [
    {
      from: '2019-01-01',
      seats: [
        { seat: 'health-services', whereItExists: false },
        { seat: 'custodial-services-to-youth', whereItExists: true },
      ],
    },
  ],
  consultations: [
    { from: '2019-01-01', groups: ['public'] },
    { from: '2024-04-01', groups: ['public', 'seniors'] },
  ],
  content: [
    {
      from: '2019-01-01',
      requires: ['priority-risk', 'strategy-per-priority-risk'],
    },
    {
      from: '2024-04-01',
      requires: ['priority-risk', 'measurable-outcome-per-priority-risk'],
    },
  ],
};

const empty: PlanContent = {
  bodies: [{}],
  committee: [],
  exemptedSeats: [],
  consultations: [],
  risks: [],
  strategies: [],
};

const errors = (plan: PlanContent, on: string, measures: Parameters<typeof findingsOf>[1] = []) =>
  findingsOf(plan, measures, rules, on)
    .filter(({ severity }) => severity === 'ERROR')
    .map(({ code, subject }) => (subject === null ? code : `${code} ${subject}`));

const warnings = (plan: PlanContent) =>
  findingsOf(plan, [], rules, '2021-01-01')
    .filter(({ severity }) => severity === 'WARNING')
    .map(({ code, subject }) => subject ?? code);

const member = (seat: string, filledOn: string, vacatedOn?: string) => ({
  filledOn,
  seats: [{ seat, ...(vacatedOn && { vacatedOn }) }],
});

describe('the seats of the advisory committee', () => {
  const seats = (plan: Partial<PlanContent>, on: string) =>
    errors({ ...empty, ...plan }, on).filter((each) => each.startsWith('seat'));

  it('one that is always required is vacant until it is filled, and again once it is vacated', () => {
    const committee = [member('health-services', '2020-02-01', '2020-03-01')];
    const exemptedSeats = ['custodial-services-to-youth'];
    expect(seats({ committee, exemptedSeats }, '2020-01-31')).toEqual([
      'seat-vacant health-services',
    ]);
    expect(seats({ committee, exemptedSeats }, '2020-02-29')).toEqual([]);
    expect(seats({ committee, exemptedSeats }, '2020-03-01')).toEqual([
      'seat-vacant health-services',
    ]);
  });

  it('a conditional one is filled, or it is said that there is no such service', () => {
    const committee = [member('health-services', '2020-02-01')];
    expect(seats({ committee }, '2020-02-01')).toEqual([
      'seat-undecided custodial-services-to-youth',
    ]);
    const exemptedSeats = ['custodial-services-to-youth'];
    expect(seats({ committee, exemptedSeats }, '2020-02-01')).toEqual([]);
  });

  it('one member may satisfy all of them', () => {
    const both = ['health-services', 'custodial-services-to-youth'].map((seat) => ({ seat }));
    expect(seats({ committee: [{ filledOn: '2020-02-01', seats: both }] }, '2020-02-01')).toEqual(
      [],
    );
  });
});

describe('a change of the rules', () => {
  const consulted = { ...empty, consultations: [{ heldOn: '2020-01-01', groups: ['public'] }] };
  const adoptedOn = (day: string) => ({ ...consulted, bodies: [{ adoption: { adoptedOn: day } }] });
  const missing = (plan: PlanContent, on: string) =>
    errors(plan, on).filter((each) => each.startsWith('consultation'));

  it('applies from its day to a plan that is not adopted yet', () => {
    expect(missing(consulted, '2024-03-31')).toEqual([]);
    expect(missing(consulted, '2024-04-01')).toEqual(['consultation-missing seniors']);
  });

  it('leaves a plan adopted before alone, for ever', () => {
    expect(missing(adoptedOn('2024-03-31'), '2030-01-01')).toEqual([]);
    expect(missing(adoptedOn('2024-04-01'), '2030-01-01')).toEqual([
      'consultation-missing seniors',
    ]);
  });

  it('changes no clock that already ran', () => {
    const due = (day: string) => clocksOf(adoptedOn(day), rules, '2030-01-01')[0]?.dueOn;
    expect(due('2024-03-31')).toBe('2024-04-30');
    expect(due('2024-04-01')).toBe('2024-05-16');
  });
});

describe('the content of a plan', () => {
  const risks = [{ id: 'risk-1', rank: 1 }, { id: 'risk-2' }];

  it('needs a priority risk, and for each of them what the rules in force ask', () => {
    const content = (on: string) =>
      errors({ ...empty, risks }, on).filter((each) => each.includes('risk-1'));
    expect(errors(empty, '2020-01-01')).toContain('priority-risk-missing');
    expect(content('2020-01-01')).toEqual(['strategy-missing risk-1']);
    expect(content('2024-04-01')).toEqual(['measurable-outcome-missing risk-1']);
  });

  it('an output or a retired measure is no measurable outcome', () => {
    const plan = { ...empty, risks };
    const measured = (level: string, retired = false) =>
      errors(plan, '2024-05-01', [{ riskId: 'risk-1', level, retired }]);
    expect(measured('OUTPUT')).toContain('measurable-outcome-missing risk-1');
    expect(measured('LONG_TERM', true)).toContain('measurable-outcome-missing risk-1');
    expect(measured('IMMEDIATE')).not.toContain('measurable-outcome-missing risk-1');
  });

  it('advice of the framework is a warning', () => {
    const strategy = { area: 'INCIDENT_RESPONSE' as const, risks: [], retired: false };
    expect(warnings({ ...empty, strategies: [strategy] })).toEqual([
      'SOCIAL_DEVELOPMENT',
      'PREVENTION',
      'RISK_INTERVENTION',
      'mostly-incident-response',
    ]);
  });
});

describe('clocks count civil days in Toronto', () => {
  const publication = (adoptedOn: string, on: string, publishedOn?: string) => {
    const facts = { bodies: [{ adoption: { adoptedOn } }] };
    const published = publishedOn ? { ...facts, publication: { publishedOn } } : facts;
    const [clock] = clocksOf(published, rules, on);
    return [clock?.dueOn, clock?.status, clock?.daysLate];
  };

  it('over a leap day', () => {
    expect(publication('2024-01-31', '2024-03-01')).toEqual(['2024-03-01', 'DUE', null]);
    expect(publication('2023-01-31', '2023-03-02')).toEqual(['2023-03-02', 'DUE', null]);
  });

  it('over the days on which clocks are put forward and back', () => {
    expect(publication('2021-03-01', '2021-03-31')).toEqual(['2021-03-31', 'DUE', null]);
    expect(publication('2021-10-20', '2021-11-20')).toEqual(['2021-11-19', 'LATE', 1]);
  });

  it('until midnight in Toronto, not in Greenwich', () => {
    const lastMinute = torontoDate('2021-04-01T03:59:59Z');
    const nextDay = torontoDate('2021-04-01T04:00:00Z');
    expect(publication('2021-03-01', lastMinute)[1]).toBe('DUE');
    expect(publication('2021-03-01', nextDay)).toEqual(['2021-03-31', 'LATE', 1]);
    // In winter midnight comes an hour later in Greenwich.
    expect(torontoDate('2021-12-01T04:30:00Z')).toBe('2021-11-30');
  });

  it('say by how many days publication was late, for ever after', () => {
    expect(publication('2021-01-25', '2030-01-01', '2021-02-26')).toEqual([
      '2021-02-24',
      'LATE',
      2,
    ]);
  });

  it('stop for a review once another plan has taken its place', () => {
    const facts = {
      bodies: [{ adoption: { adoptedOn: '2021-01-25' } }],
      superseded: { supersededOn: '2024-06-01' },
    };
    expect(clocksOf(facts, rules, '2024-05-31')[1]).toMatchObject({ status: 'DUE' });
    expect(clocksOf(facts, rules, '2024-06-01')[1]).toMatchObject({
      status: 'NOT_APPLICABLE',
      reason: 'superseded',
    });
  });

  it('count the next review from the last one completed', () => {
    const facts = {
      bodies: [{ adoption: { adoptedOn: '2021-01-25' } }],
      reviews: [{ completedOn: '2025-03-01' }],
    };
    expect(clocksOf(facts, rules, '2025-02-28')[1]).toMatchObject({ status: 'LATE', daysLate: 34 });
    expect(clocksOf(facts, rules, '2025-03-01')[1]).toMatchObject({
      status: 'DUE',
      dueOn: '2029-03-01',
    });
  });
});

describe('the rules delivered with the program', () => {
  const delivered = JSON.parse(
    readFileSync(new URL('../../../data/statutory-rules.json', import.meta.url), 'utf8'),
  ) as StatutoryRules;
  const parents = (scheme: string) =>
    new Map(
      deliveredCodeLists
        .get(scheme)
        ?.versions.at(-1)
        ?.codes.map(({ code, parent }) => [code, parent]),
    );

  it('name seats and groups that the code lists have, conditional where these say so', () => {
    const seats = parents('committee-seats');
    for (const { seat, whereItExists } of delivered.committeeSeats?.flatMap(
      ({ seats: all }) => all,
    ) ?? [])
      expect([seat, seats.get(seat)]).toEqual([
        seat,
        whereItExists ? 'required-where-it-exists' : 'always-required',
      ]);
    const groups = parents('consultation-groups');
    const named = delivered.consultations?.flatMap(({ groups: all }) => all) ?? [];
    expect(named.filter((group) => !groups.has(group))).toEqual([]);
  });
});
