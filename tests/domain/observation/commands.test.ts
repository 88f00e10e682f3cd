import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../src/domain/observation/commands.js';
import { observation } from '../../../src/domain/observation/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';
import { codeListsOf, decisionOf, surroundings } from '../../support/surroundings.js';
import { crimeSeverityIndex, housingCostBurden } from '../indicator/definitions.js';
import { burdenOfHamilton, details, inUse, recorded } from './observed.js';

const { given } = scenario(observation);
const reason = { fr: 'Deux logements comptés deux fois' };
const around = surroundings(
  {
    'indicator-housing_cost_burden': [
      { type: 'IndicatorDefined', data: { key: 'housing-cost-burden', ...housingCostBurden } },
    ],
    'indicator-crime_severity_index': [
      { type: 'IndicatorDefined', data: { key: 'crime-severity-index', ...crimeSeverityIndex } },
    ],
    'organization-3525005': [
      {
        type: 'OrganizationRegistered',
        data: { code: '3525005', kind: 'MUNICIPALITY', tier: 'SINGLE' },
      },
    ],
    'organization-quinte_west': [
      {
        type: 'OrganizationRegistered',
        data: { code: 'quinte-west', kind: 'MUNICIPALITY', tier: 'SINGLE' },
      },
    ],
  },
  codeListsOf({ 'reference-areas': ['01', '35'] }),
);

const burden = {
  indicator: 'housing-cost-burden',
  organization: '3525005',
  period: '2021',
  numerator: '56290',
  denominator: '221215',
};
const severity = {
  indicator: 'crime-severity-index',
  area: '01',
  period: '2022',
  value: '78.77',
  sourceReleasedOn: '2023-07-31',
};
const severityOfCanada = details({
  indicator: inUse('crime-severity-index', crimeSeverityIndex),
  body: undefined,
  geography: { kind: 'AREA', code: '01' },
  period: '2022',
  value: '78.77',
  sourceReleasedOn: '2023-07-31',
});

describe('the observation of a body', () => {
  it('is a reported total unless it says otherwise', async () => {
    given()
      .when(await decisionOf(commands.recordObservation, burden, around))
      .then(recorded(burdenOfHamilton));
  });

  it('is of an indicator that is known, by its exact key', async () => {
    for (const indicator of ['happiness', 'housing_cost_burden', 'Housing-Cost-Burden', ''])
      for (const command of [
        commands.recordObservation,
        commands.correctObservation,
        commands.withdrawObservation,
      ])
        given(recorded(burdenOfHamilton))
          .when(await decisionOf(command, { ...burden, indicator, reason }, around))
          .thenRefused('indicator-unknown', 'input.indicator');
  });

  it('is of an organization that is registered', async () => {
    for (const organization of ['3599999', 'quinte_west', ''])
      given()
        .when(await decisionOf(commands.recordObservation, { ...burden, organization }, around))
        .thenRefused('organization-unknown', 'input.organization');
  });

  it('is corrected and withdrawn', async () => {
    const { data } = recorded({ ...burdenOfHamilton, numerator: '56288' });
    const { indicator, geography, period, categories } = data;
    const after = given(recorded(burdenOfHamilton));
    const correction = { ...burden, numerator: '56288', reason };
    after
      .when(await decisionOf(commands.correctObservation, correction, around))
      .then({ type: 'ObservationCorrected', data: { ...data, reason: plainText(reason) } });
    after.when(await decisionOf(commands.withdrawObservation, { ...burden, reason }, around)).then({
      type: 'ObservationWithdrawn',
      data: { indicator, geography, period, categories, reason: plainText(reason) },
    });
  });

  it('is the business of that body', async () => {
    const input = { ...burden, idempotencyKey: 'k' };
    expect(await commands.recordObservation.parties(input, around)).toEqual(['3525005']);
    expect(commands.recordObservation.roles).not.toContain('ministry-reviewer');
  });
});

describe('the observation of an area', () => {
  it('is what a source published', async () => {
    given()
      .when(await decisionOf(commands.recordPublishedObservation, severity, around))
      .then(recorded(severityOfCanada));
  });

  it('is of an area of the list', async () => {
    for (const area of ['99', '3525005', ''])
      given()
        .when(await decisionOf(commands.recordPublishedObservation, { ...severity, area }, around))
        .thenRefused('area-unknown', 'input.area');
  });

  it('is of an indicator that is known', async () => {
    const indicator = 'happiness';
    given()
      .when(
        await decisionOf(commands.recordPublishedObservation, { ...severity, indicator }, around),
      )
      .thenRefused('indicator-unknown', 'input.indicator');
  });

  it('is revised by a later release and withdrawn', async () => {
    const revision = { value: '78.70', sourceReleasedOn: '2024-06-01' };
    const { data } = recorded({ ...severityOfCanada, ...revision });
    const { indicator, geography, period, categories } = data;
    const after = given(recorded(severityOfCanada));
    after
      .when(
        await decisionOf(
          commands.correctPublishedObservation,
          { ...severity, ...revision, reason },
          around,
        ),
      )
      .then({ type: 'ObservationCorrected', data: { ...data, reason: plainText(reason) } });
    after
      .when(
        await decisionOf(commands.withdrawPublishedObservation, { ...severity, reason }, around),
      )
      .then({
        type: 'ObservationWithdrawn',
        data: { indicator, geography, period, categories, reason: plainText(reason) },
      });
  });

  it('is the province’s business alone', async () => {
    const input = { ...severity, idempotencyKey: 'k' };
    const { parties, roles, target } = commands.recordPublishedObservation;
    expect(await parties(input, around)).toEqual([]);
    expect(roles).toEqual(['ministry-analyst', 'administrator']);
    expect(target(input, around)).toBe('observation-crime_severity_index.area.01');
  });
});
