import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  correctObservation,
  correctPublishedObservation,
  recordObservation,
} from '../../../src/domain/observation/commands.js';
import { countPopulation } from '../../../src/domain/organization/commands.js';
import { markRecordedInError } from '../../../src/domain/record/commands.js';
import { administrator } from '../../support/command-desk.js';
import type { QueryHub } from '../query-hub.js';
import { numbers } from '../query-numbers.js';
import { body } from '../query-town.js';

const { hamilton, ottawa, cockburnIsland } = body;

let hub: QueryHub;
beforeAll(async () => {
  ({ hub } = await numbers());
});
afterAll(() => hub.close());

const burden = { indicator: 'housing-cost-burden', period: '2021' };
const severity = { indicator: 'crime-severity-index', area: '01', period: '2024' };
const reason = { en: 'Late questionnaires' };
const row = 'value standsFrom supersededAt recordedInError reason { en }';
const named = 'indicator: "housing-cost-burden", period: "2021"';

const questions = {
  ofBody: `{ observations(organization: "${hamilton}", versions: true) {
    edges { node { ${row} } } } }`,
  ofIndicator: `{ observations(indicator: "housing-cost-burden", versions: true) {
    edges { node { ${row} } } } }`,
  ofSeries: `{ observations(indicator: "crime-severity-index", area: "01", versions: true) {
    edges { node { ${row} } } } }`,
  revisions: `{ outcomeRevisions(${named}) { summary { revisions now { value } }
    edges { node { revisions { position areaAfter { value } } } } } }`,
  comparison: `{ compareOutcomes(${named}, organizations: ["${hamilton}"],
    peers: TIER_AND_POPULATION) { provinceValue rows { value rank previous { value } }
    peers { organizations { code } spread { median } } } }`,
  distribution: `{ outcomeDistribution(${named}) {
    spread { min median max } statuses { bodies } } }`,
} as const;

type Change = readonly [
  what: string,
  changes: readonly (keyof typeof questions)[],
  record: () => Promise<unknown>,
];

const changes: readonly Change[] = [
  [
    'a first report of another body',
    ['ofIndicator', 'revisions', 'comparison', 'distribution'],
    () =>
      hub.record(recordObservation, {
        ...burden,
        organization: body.mississauga,
        numerator: '100000',
        denominator: '200000',
      }),
  ],
  [
    'a correction of its own',
    ['ofBody', 'ofIndicator', 'revisions', 'comparison', 'distribution'],
    () =>
      hub.record(correctObservation, {
        ...burden,
        organization: hamilton,
        numerator: '70000',
        denominator: '200000',
        reason,
      }),
  ],
  [
    'a mark in error',
    ['ofBody', 'ofIndicator', 'revisions', 'comparison', 'distribution'],
    () => {
      const stream = `observation-housing_cost_burden.${hamilton}`;
      return hub.record(markRecordedInError, { stream, revision: 3, reason });
    },
  ],
  [
    'a report of a period before',
    ['ofBody', 'ofIndicator', 'comparison'],
    () =>
      hub.record(recordObservation, {
        ...burden,
        period: '2016',
        organization: hamilton,
        numerator: '1',
        denominator: '4',
      }),
  ],
  [
    'a later release of a source',
    ['ofSeries'],
    () => hub.record(correctPublishedObservation, { ...severity, value: '79', reason }),
  ],
  [
    'a census that makes a body alike',
    ['comparison'],
    () =>
      hub.record(countPopulation, {
        organization: cockburnIsland,
        population: 200_000,
        censusYear: 2022,
      }),
  ],
];

test.each(changes)(
  '%s changes a tag of every answer that it changes',
  async (_, changed, record) => {
    const names = Object.keys(questions) as (keyof typeof questions)[];
    const ask = (name: keyof typeof questions) =>
      hub.ask(questions[name], {}, { caller: administrator });
    const before = new Map(
      await Promise.all(
        names.map(async (name) => {
          const { data, tags } = await ask(name);
          const versions = [...tags].map((tag) => [tag, hub.readModels.tagVersion(tag)] as const);
          return [name, { data, versions }] as const;
        }),
      ),
    );
    await record();
    for (const name of names) {
      const { data, versions = [] } = before.get(name) ?? {};
      const isOther = JSON.stringify((await ask(name)).data) !== JSON.stringify(data);
      expect([name, isOther]).toEqual([name, changed.includes(name)]);
      const isTouched = versions.some(([tag, was]) => hub.readModels.tagVersion(tag) > was);
      expect([name, isTouched || !isOther]).toEqual([name, true]);
    }
  },
);

test('what is recorded of others leaves the answers about one body alone', async () => {
  const { tags } = await hub.ask(questions.ofBody, {}, { caller: administrator });
  const versions = () => [...tags].map((tag) => [tag, hub.readModels.tagVersion(tag)]);
  const before = versions();
  await hub.record(recordObservation, {
    ...burden,
    period: '2016',
    organization: ottawa,
    numerator: '1',
    denominator: '4',
  });
  expect(versions()).toEqual(before);
});
