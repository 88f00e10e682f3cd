import { describe, expect, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import * as commands from '../../../src/domain/organization/commands.js';
import * as decisions from '../../../src/domain/organization/decide.js';
import type { OrganizationEvents } from '../../../src/domain/organization/events.js';
import { organization } from '../../../src/domain/organization/state.js';
import { scenario } from '../../support/scenario.js';
import { codeListsOf, decisionOf, surroundings } from '../../support/surroundings.js';

type Event = Happening<OrganizationEvents>;
const { given } = scenario(organization);
const today = '2024-06-15';

const hamilton: decisions.OrganizationDetails = {
  code: '3525005',
  kind: 'MUNICIPALITY',
  name: { en: 'Hamilton', fr: 'Hamilton' },
  legalName: { en: 'City of Hamilton' },
  tier: 'SINGLE',
  censusDivision: '3525',
};
const registered = (details: decisions.OrganizationDetails): Event => ({
  type: 'OrganizationRegistered',
  data: details,
});
const cmha: decisions.OrganizationDetails = {
  code: 'cmha-hamilton',
  kind: 'PARTNER',
  name: { en: 'Canadian Mental Health Association, Hamilton' },
  sector: 'health',
};
const obliged = (duty: 'REQUIRED' | 'NOT_REQUIRED', from: string): Event => ({
  type: 'ObligationSet',
  data: { duty, from, rule: 'ministry-faq-question-8' },
});
const ended: Event = {
  type: 'OrganizationSucceeded',
  data: { successor: '3525005', endedOn: '2001-01-01' },
};

describe('registering an organization', () => {
  const register = (changes: Partial<decisions.OrganizationDetails>) =>
    given().when(decisions.registerOrganization({ ...hamilton, ...changes }));

  it('takes municipalities of every tier, First Nations, partners and ministries', () => {
    const others: readonly decisions.OrganizationDetails[] = [
      hamilton,
      { ...hamilton, code: '3518', tier: 'UPPER', name: { en: 'Durham' } },
      { ...hamilton, code: '3518013', tier: 'LOWER', upperTier: '3518', name: { en: 'Oshawa' } },
      { code: 'alderville', kind: 'FIRST_NATION', name: { en: 'Alderville First Nation' } },
      { code: 'solgen', kind: 'MINISTRY', name: { fr: 'ministère du Solliciteur général' } },
      cmha,
    ];
    for (const details of others)
      given().when(decisions.registerOrganization(details)).then(registered(details));
  });

  it('is refused under a code that is taken or malformed', () => {
    given(registered(hamilton))
      .when(decisions.registerOrganization(hamilton))
      .thenRefused('organization-exists', 'input.code');
    for (const code of ['', 'Hamilton', 'city_of_hamilton', '35--25', 'x'.repeat(65)])
      register({ code }).thenRefused('code-invalid', 'input.code');
  });

  it('needs the tier of a municipality, and of nobody else', () => {
    register({ tier: undefined }).thenRefused('tier-required', 'input.tier');
    register({ kind: 'FIRST_NATION' }).thenRefused('tier-not-expected', 'input.tier');
    register({ upperTier: '3518' }).thenRefused('tier-not-expected', 'input.upperTier');
  });

  it('needs the sector of a partner, by a code of the list', async () => {
    register({ kind: 'PARTNER', tier: undefined }).thenRefused('sector-required', 'input.sector');
    const around = surroundings({}, codeListsOf({ sectors: ['health'] }));
    const register2 = commands.registerOrganization;
    given()
      .when(await decisionOf(register2, cmha, around))
      .then(registered(cmha));
    given()
      .when(await decisionOf(register2, { ...cmha, sector: 'astrology' }, around))
      .thenRefused('code-unknown', 'input.sector');
  });

  it('needs a name, codes and days that are well-formed', () => {
    register({ name: { en: ' ' } }).thenRefused('text-required', 'input.name');
    register({ legalName: { en: 'x'.repeat(301) } }).thenRefused(
      'text-too-long',
      'input.legalName',
    );
    register({ censusDivision: '35 25' }).thenRefused('code-invalid', 'input.censusDivision');
    register({ tier: 'LOWER', upperTier: '35_18' }).thenRefused('code-invalid', 'input.upperTier');
    register({ existsFrom: '2001-02-30' }).thenRefused('date-invalid', 'input.existsFrom');
  });
});

describe('an organization', () => {
  const after = given(registered(hamilton));
  const rename = (name: string, code = '3525005') =>
    decisions.renameOrganization({ organization: code, name: { en: name }, today });

  it('is renamed while it exists', () => {
    const name = { en: 'Greater Hamilton' };
    after.when(rename(name.en)).then({ type: 'OrganizationRenamed', data: { name } });
    after.when(rename('')).thenRefused('text-required', 'input.name');
    given(registered(hamilton), ended)
      .when(rename(name.en))
      .thenRefused('organization-ended', 'input.organization');
    const endingOn = (endedOn: string): Event => ({
      type: 'OrganizationSucceeded',
      data: { successor: '3524002', endedOn },
    });
    given(registered(hamilton), endingOn(today))
      .when(rename(name.en))
      .thenRefused('organization-ended', 'input.organization');
    given(registered(hamilton), endingOn('2025-01-01'))
      .when(rename(name.en))
      .then({ type: 'OrganizationRenamed', data: { name } });
  });

  it('is unknown before it is registered, and under another spelling of its code', () => {
    given().when(rename('Hamilton')).thenRefused('organization-unknown', 'input.organization');
    given(registered(cmha))
      .when(rename('CMHA', 'cmha_hamilton'))
      .thenRefused('organization-unknown', 'input.organization');
  });

  it('has its population counted by a census that took place', () => {
    const count = (population: number, censusYear: number) =>
      after.when(
        decisions.countPopulation({ organization: '3525005', population, censusYear, today }),
      );
    count(569353, 2021).then({
      type: 'PopulationCounted',
      data: { population: 569353, censusYear: 2021 },
    });
    for (const censusYear of [1900, 2024])
      count(0, censusYear).then({ type: 'PopulationCounted', data: { population: 0, censusYear } });
    for (const population of [-1, 569353.5, Number.NaN])
      count(population, 2021).thenRefused('population-invalid', 'input.population');
    for (const year of [1899, 2025, 2020.5])
      count(1, year).thenRefused('population-invalid', 'input.censusYear');
  });
});

describe('an obligation to plan', () => {
  const set = (from: string, rule = 'ministry-faq-question-8') =>
    decisions.setObligation({ organization: '3525005', duty: 'REQUIRED', from, rule });

  it('is set from a day on, in the order of the days', () => {
    given(registered(hamilton)).when(set('2019-01-01')).then(obliged('REQUIRED', '2019-01-01'));
    given(registered(hamilton), obliged('NOT_REQUIRED', '2019-01-01'))
      .when(set('2024-04-01'))
      .then(obliged('REQUIRED', '2024-04-01'));
    given(registered(hamilton), obliged('NOT_REQUIRED', '2019-01-01'))
      .when(set('2019-01-01'))
      .then(obliged('REQUIRED', '2019-01-01'));
    given(registered(hamilton), obliged('NOT_REQUIRED', '2024-04-01'))
      .when(set('2019-01-01'))
      .thenRefused('obligation-before-last', 'input.from');
  });

  it('is refused with a malformed day or rule, and once the body has ended', () => {
    const after = given(registered(hamilton));
    after.when(set('2019-13-01')).thenRefused('date-invalid', 'input.from');
    after.when(set('2019-01-01', 'FAQ 8')).thenRefused('code-invalid', 'input.rule');
    for (const day of ['2001-01-01', '2019-01-01'])
      given(registered(hamilton), ended)
        .when(set(day))
        .thenRefused('organization-ended', 'input.from');
    given(registered(hamilton), ended)
      .when(set('2000-12-31'))
      .then(obliged('REQUIRED', '2000-12-31'));
  });

  it('concerns municipalities and First Nations, not partners', () => {
    const alderville = { ...hamilton, kind: 'FIRST_NATION', tier: undefined } as const;
    given(registered(alderville)).when(set('2019-01-01')).then(obliged('REQUIRED', '2019-01-01'));
    given(registered(cmha))
      .when(
        decisions.setObligation({
          organization: 'cmha-hamilton',
          duty: 'REQUIRED',
          from: '2019-01-01',
          rule: 'ministry-faq-question-8',
        }),
      )
      .thenRefused('organization-not-a-plan-body', 'input.organization');
  });
});

describe('an amalgamation', () => {
  const ancaster = { ...hamilton, code: '3525001', name: { en: 'Ancaster' } };
  const around = surroundings({
    'organization-3525001': [registered(ancaster)],
    'organization-3525005': [registered(hamilton)],
    'organization-3525030': [registered({ ...hamilton, code: '3525030' }), ended],
  });
  const succeed = (successor: string, endedOn = '2001-01-01') =>
    decisionOf(
      commands.succeedOrganization,
      { organization: '3525001', successor, endedOn },
      around,
    );

  it('ends a municipality on a day and names its successor', async () => {
    given(registered(ancaster))
      .when(await succeed('3525005'))
      .then(ended);
  });

  it('needs a successor that exists and is another', async () => {
    const after = given(registered(ancaster));
    after.when(await succeed('3599999')).thenRefused('organization-unknown', 'input.successor');
    after.when(await succeed('3525030')).thenRefused('organization-ended', 'input.successor');
    after
      .when(await succeed('3525001'))
      .thenRefused('organization-succeeds-itself', 'input.successor');
  });

  it('happens once, on a real day on which the municipality existed', async () => {
    given(registered(ancaster), ended)
      .when(await succeed('3525005'))
      .thenRefused('organization-ended', 'input.organization');
    given(registered(ancaster))
      .when(await succeed('3525005', '2001-02-29'))
      .thenRefused('date-invalid', 'input.endedOn');
    given(registered({ ...ancaster, existsFrom: '2001-01-01' }))
      .when(await succeed('3525005'))
      .then(ended);
    given(registered({ ...ancaster, existsFrom: '2002-01-01' }))
      .when(await succeed('3525005'))
      .thenRefused('date-invalid', 'input.endedOn');
  });
});

describe('authority over the register of organizations', () => {
  it('is the province’s alone', () => {
    for (const { roles } of Object.values(commands))
      expect(roles).toEqual(['ministry-analyst', 'administrator']);
  });
});
