import { describe, expect, it } from '@jest/globals';
import {
  eventTypes,
  schemaOf,
  type EventData,
  type EventType,
} from '../../src/domain/catalogue.js';
import { plainText } from '../../src/domain/text.js';
import type { Names } from '../../src/projections/audit-timeline/sentence.js';
import { sentenceOf, sentences } from '../../src/projections/audit-timeline/sentences.js';
import { commitmentSamples } from './sentence-commitments.js';
import { definition } from './sentence-definition.js';
import { reportingSamples } from './sentence-reporting.js';

const hex = '0123456789abcdef'.repeat(2);
const reason = plainText({ en: 'Staff changed', fr: 'Changement de personnel' });
const strategy = {
  strategyId: `strategy-${hex}`,
  title: plainText({ en: 'Situation table', fr: "Table d'intervention" }),
  area: 'RISK_INTERVENTION',
  sectors: ['health', 'police'],
  risks: [`risk-${hex}`],
} as const;
const key = {
  indicator: 'housing-cost-burden',
  geography: { kind: 'BODY', code: '3525005' },
  period: '2021',
  categories: [],
} as const;
const numbers = { indicatorVersion: 1, status: 'REPORTED', value: '24.07', flags: [] } as const;
const drawn = {
  from: '2020-01-01',
  members: ['3506008'],
  crosses: ['3525005'],
  method: 'source-crosswalk',
  source: { en: 'Police services crosswalk' },
};
const target = { kind: 'RELATIVE_CHANGE', value: '5', dueOn: '2025-12-31' } as const;

const samples: Readonly<Record<string, unknown>> = {
  OrganizationRegistered: {
    code: '3525005',
    kind: 'MUNICIPALITY',
    tier: 'SINGLE',
    name: { en: 'Hamilton' },
  },
  OrganizationRenamed: { name: { en: 'Ottawa', fr: 'Ottawa' } },
  PopulationCounted: { population: 569353, censusYear: 2021 },
  ObligationSet: { duty: 'REQUIRED', from: '2019-01-01', rule: 'ministry-faq-question-8' },
  OrganizationSucceeded: { successor: '3525005', endedOn: '2001-01-01' },
  PlanOpened: { title: strategy.title, bodies: ['3525005', '3506008'], demonstration: true },
  BodyJoinedPlan: { body: '3525005' },
  BodyLeftPlan: { body: '3525005', reason },
  BodySucceededInPlan: { body: '3525005', successor: '3506008', endedOn: '2024-01-01' },
  RiskIdentified: { riskId: `risk-${hex}`, code: 'housing', listVersion: '2017' },
  RiskPrioritized: { riskId: `risk-${hex}`, rank: 1 },
  RiskDeprioritized: { riskId: `risk-${hex}`, reason },
  StrategyAdopted: strategy,
  StrategyRevised: { ...strategy, reason },
  StrategyRetired: { strategyId: `strategy-${hex}`, reason },
  PlanAdopted: {
    body: '3525005',
    adoptedOn: '2021-07-13',
    resolution: '2021-203',
    act: 'POLICE_SERVICES_ACT',
  },
  PlanPublished: { url: 'https://hamilton.ca/plan', publishedOn: '2021-07-20' },
  PlanRoleAssigned: {
    roleId: `role-${hex}`,
    role: 'COORDINATOR',
    organization: '3525005',
    office: strategy.title,
    from: '2020-02-01',
  },
  PlanRoleEnded: { roleId: `role-${hex}`, endedOn: '2021-02-01', reason },
  CommitteeSeatsFilled: {
    memberId: `member-${hex}`,
    seats: ['health-services', 'educational-services'],
    listVersion: '1',
    organization: '3525005',
    filledOn: '2020-03-01',
  },
  CommitteeSeatsVacated: {
    memberId: `member-${hex}`,
    seats: ['health-services'],
    vacatedOn: '2021-03-01',
    reason,
  },
  CommitteeSeatExempted: { seat: 'custodial-services-to-youth', reason },
  ConsultationHeld: {
    consultationId: `consultation-${hex}`,
    groups: ['youth', 'public'],
    listVersion: '1',
    heldOn: '2020-05-01',
  },
  RiskDescribed: {
    riskId: `risk-${hex}`,
    vulnerableGroups: ['seniors'],
    listVersion: '1',
    evidence: strategy.title,
  },
  ProtectiveFactorIdentified: {
    factorId: `factor-${hex}`,
    code: 'stable-housing',
    listVersion: '1',
    risks: [`risk-${hex}`],
  },
  PlannerAppointed: { body: '3525005', appointedOn: '2022-01-15', office: strategy.title },
  InterimSubmissionFiled: { body: '3525005', filedOn: '2021-06-28' },
  EffectReportPublished: { url: 'https://hamilton.ca/effect', publishedOn: '2023-06-01' },
  ReviewCompleted: { completedOn: '2025-05-01', revisionNeeded: true },
  PlanRevised: { revisedOn: '2025-06-01', readoption: true, summary: strategy.title },
  PlanSuperseded: { by: `plan-${hex}`, supersededOn: '2025-09-01' },
  ConsentGranted: {
    grantId: `grant-${hex}`,
    firstNation: '3525005',
    audiences: ['MINISTRY', 'PARTNERS'],
    level: 'IDENTIFIED',
    plans: true,
    indicators: ['housing-cost-burden'],
    until: '2026-12-31',
  },
  ConsentNarrowed: {
    grantId: `grant-${hex}`,
    audiences: ['MINISTRY'],
    level: 'AGGREGATED',
    plans: false,
    reason,
  },
  ConsentWithdrawn: { grantId: `grant-${hex}`, reason },
  ...commitmentSamples,
  IndicatorDefined: { key: 'housing-cost-burden', ...definition },
  IndicatorRevised: { ...definition, comparability: 'BREAK', reason },
  IndicatorRetired: { retiredOn: '2024-06-10', reason },
  ProgressRuleSet: { target: { period: '2030', value: '10' }, reason },
  ProgressJudged: { geography: key.geography, period: '2021', status: 'MODERATE', reason },
  ProgressJudgementWithdrawn: { geography: key.geography, period: '2021', reason },
  MeasureDefined: {
    planId: `plan-${hex}`,
    indicator: 'housing-cost-burden',
    level: 'LONG_TERM',
    accountability: 'POPULATION',
  },
  BaselineSet: { kind: 'VALUE', value: '24.07', period: 'FY2021' },
  TargetSet: target,
  TargetRevised: { ...target, kind: 'COMPLETION', reason },
  MeasureRetired: { reason },
  ObservationRecorded: { ...key, ...numbers },
  ObservationCorrected: { ...key, ...numbers, status: 'NOT_REPORTED', value: undefined, reason },
  ObservationWithdrawn: { ...key, reason },
  AreaDefined: { code: 'ottawa-police', kind: 'POLICE_SERVICE', name: { en: 'OPS' }, ...drawn },
  AreaRedrawn: { ...drawn, crosses: [], reason },
  AreaEnded: { endedOn: '2024-06-10', successor: 'opp', reason },
  PersonInvited: { name: plainText({ en: 'Planner', fr: 'Planificatrice' }) },
  PersonContactSet: { address: reason, language: 'fr', notices: ['DIGEST'] },
  RoleGranted: { role: 'municipal-editor', organization: '3506008', from: '2024-07-01' },
  RoleRevoked: { role: 'regional-adviser', organization: '3525005', reason },
  CodeListVersionPublished: {
    scheme: 'genders',
    version: '2',
    from: '2024-07-01',
    source: 'Statistics Canada',
    codes: [{ code: 'women', label: { en: 'Women+', fr: 'Femmes+' } }],
  },
  StoryTold: {
    indicator: key.indicator,
    geography: key.geography,
    period: '2021',
    text: plainText({ en: 'Rents rose', fr: 'Les loyers ont augmenté' }),
  },
  ImportBegun: {
    kind: 'OBSERVATIONS',
    fileName: plainText({ en: 'counts.csv', fr: 'comptes.csv' }),
    fileHash: 'a'.repeat(64),
  },
  ImportFinished: {
    outcome: 'REJECTED',
    rows: 12,
    recorded: 0,
    corrected: 0,
    same: 3,
    rejected: 2,
    reportHash: 'b'.repeat(64),
  },
  ...reportingSamples,
  DecisionRecordedInError: { revision: 3, reason },
  TextRedacted: { keys: ['a', 'b'], authority: 'MFIPPA s. 14', reason },
};

const namesIn = (language: 'en' | 'fr'): Names => ({
  organization: (code) => (code === '3506008' ? 'Ottawa' : 'Hamilton'),
  indicator: (indicator) => indicator,
  risk: (code) => code,
  identifiedRisk: () => 'housing',
  strategy: () => 'Situation table',
  sector: (code) => code,
  code: (_, code) => code,
  holder: () => 'Hamilton',
  area: () => 'Ontario',
  text: (text) => (text.kind === 'plain' ? (text[language] ?? '') : ''),
  date: (date) => date,
  number: (decimal) => decimal,
});

const say = (type: EventType, language: 'en' | 'fr', data: unknown = samples[type]) =>
  sentenceOf({ type, data: data as never }, language, namesIn(language));

describe('every kind of event is told in a sentence', () => {
  it.each(eventTypes)('%s reads in English and in French', (type) => {
    schemaOf(type).parse(samples[type]);
    const [en, fr] = [say(type, 'en'), say(type, 'fr')];
    expect(en).toMatch(/^\S.{10,}[^.]\.$/);
    expect(fr).toMatch(/^\S.{10,}[^.]\.$/);
    expect(en).not.toBe(fr);
    expect(`${en}${fr}`).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('no two kinds of event read the same', () => {
    for (const language of ['en', 'fr'] as const) {
      const told = eventTypes.map((type) => say(type, language));
      expect(new Set(told).size).toBe(eventTypes.length);
    }
    expect(Object.keys(sentences).toSorted()).toEqual(eventTypes.toSorted());
  });
});

describe('a sentence is in the words of the field', () => {
  it('an adoption names the council and its resolution', () => {
    expect(say('PlanAdopted', 'en')).toBe(
      'The council of Hamilton adopted the plan by resolution 2021-203.',
    );
    expect(say('PlanAdopted', 'fr')).toBe(
      'Le conseil de Hamilton a adopté le plan par la résolution 2021-203.',
    );
  });

  it('French elides before a vowel and keeps its no-break spaces', () => {
    const adopted = samples['PlanAdopted'] as EventData<'PlanAdopted'>;
    expect(say('PlanAdopted', 'fr', { ...adopted, body: '3506008' })).toContain("conseil d'Ottawa");
    expect(say('CommitmentProgressReported', 'fr')).toContain('40\u00a0%');
    expect(say('CommitmentWithdrawn', 'fr')).toContain('motif\u00a0: «\u00a0Changement');
  });

  it('a joint plan names every body that opened it', () => {
    expect(say('PlanOpened', 'en')).toBe(
      'Hamilton and Ottawa opened the demonstration plan “Situation table”.',
    );
    expect(say('PlanOpened', 'fr')).toMatch(/^Hamilton et Ottawa ont ouvert le plan de démonstr/);
  });

  it('a baseline of zero differs from one that is not yet known', () => {
    expect(say('BaselineSet', 'en', { kind: 'STARTS_FROM_ZERO' })).toContain('starts from zero');
    expect(say('BaselineSet', 'en', { kind: 'NOT_YET_KNOWN' })).toContain('not yet known');
    expect(say('BaselineSet', 'en')).toBe(
      'The baseline was set at 24.07 for 2021-04-01 to 2022-03-31.',
    );
  });

  it('a ratio is told by its parts, which is what its event keeps', () => {
    const parts = { ...numbers, value: undefined, numerator: '5', denominator: '8' };
    expect(say('ObservationRecorded', 'en', { ...key, ...parts })).toMatch(/2021: 5 \/ 8\.$/);
  });

  it('a rule of progress without a target says so', () => {
    expect(say('ProgressRuleSet', 'en')).toContain('10 for 2030; reason: “Staff changed”.');
    expect(say('ProgressRuleSet', 'en', { limit: '100' })).toMatch(/was set: no target\.$/);
    expect(say('ProgressRuleSet', 'fr', { limit: '100' })).toMatch(/\u00a0: aucune cible\.$/);
  });

  it('a judgment names its place, its period and its status', () => {
    expect(say('ProgressJudged', 'fr')).toBe(
      'Un jugement a été porté sur les progrès de Hamilton (2021)\u00a0: des progrès ont été ' +
        'réalisés, mais une accélération est nécessaire; motif\u00a0: ' +
        '«\u00a0Changement de personnel\u00a0».',
    );
    const province = { kind: 'AREA', code: '35' };
    const judged = samples['ProgressJudged'] as EventData<'ProgressJudged'>;
    expect(say('ProgressJudged', 'en', { ...judged, geography: province })).toContain('Ontario');
  });

  it('a suppressed number is not told as a number', () => {
    const suppressed = { ...key, ...numbers, status: 'SUPPRESSED_AT_SOURCE', value: undefined };
    expect(say('ObservationRecorded', 'en', suppressed)).toContain('suppressed by the source');
    expect(say('ObservationRecorded', 'fr', suppressed)).toContain('masqué par la source');
  });

  it('a long text is clipped', () => {
    const long = { reason: plainText({ en: 'x'.repeat(10_000) }) };
    expect(say('CommitmentWithdrawn', 'en', long).length).toBeLessThan(300);
  });
});
