import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../src/domain/observation/commands-story.js';
import { observation } from '../../../src/domain/observation/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';
import { codeListsOf, decisionOf, surroundings } from '../../support/surroundings.js';
import { housingCostBurden } from '../indicator/definitions.js';

const { given } = scenario(observation);
const text = { en: 'Rents rose by 12 %', fr: 'Les loyers ont augmenté de 12 %' };
const indicator = 'housing-cost-burden';
const register = (code: string, kind: string) => ({
  type: 'OrganizationRegistered',
  data: { code, kind, tier: 'SINGLE', name: { en: code }, existsFrom: '2001-01-01' },
});
const around = surroundings(
  {
    'indicator-housing_cost_burden': [
      { type: 'IndicatorDefined', data: { key: indicator, ...housingCostBurden } },
    ],
    'organization-3525005': [register('3525005', 'MUNICIPALITY')],
    'organization-police': [register('police', 'PARTNER')],
  },
  codeListsOf({ 'reference-areas': ['35'] }),
);

describe('the story behind a number', () => {
  const ofBody = (changes: object = {}) =>
    decisionOf(
      commands.tellStory,
      { indicator, organization: '3525005', period: '2021', text, ...changes },
      around,
    );

  it('is told by a body for a period, in words', async () => {
    given()
      .when(await ofBody())
      .then({
        type: 'StoryTold',
        data: {
          indicator,
          geography: { kind: 'BODY', code: '3525005' },
          period: '2021',
          text: plainText(text),
        },
      });
  });

  it('is told of the province by the ministry', async () => {
    const input = { indicator, area: '35', period: '2021', text };
    given()
      .when(await decisionOf(commands.tellAreaStory, input, around))
      .then({
        type: 'StoryTold',
        data: {
          indicator,
          geography: { kind: 'AREA', code: '35' },
          period: '2021',
          text: plainText(text),
        },
      });
    given()
      .when(await decisionOf(commands.tellAreaStory, { ...input, area: '36' }, around))
      .thenRefused('area-unknown', 'input.area');
    expect(commands.tellAreaStory.roles).toEqual(['ministry-analyst', 'administrator']);
  });

  it('is refused where the number itself would be', async () => {
    given()
      .when(await ofBody({ indicator: 'happiness' }))
      .thenRefused('indicator-unknown');
    given()
      .when(await ofBody({ organization: 'nobody' }))
      .thenRefused('organization-unknown');
    given()
      .when(await ofBody({ organization: 'police' }))
      .thenRefused('body-outside-universe');
    given()
      .when(await ofBody({ period: '2021-Q1' }))
      .thenRefused('period-kind-mismatch');
    given()
      .when(await ofBody({ text: { en: ' ' } }))
      .thenRefused('text-required', 'input.text');
  });
});
