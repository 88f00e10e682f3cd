import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importObservations } from '../../../src/adapters/imports/import-observations.js';
import type { ImportRequest } from '../../../src/adapters/imports/import-request.js';
import type { Refusal } from '../../../src/domain/decision.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import type { OrganizationDetails } from '../../../src/domain/organization/decide.js';
import { messageOf } from '../../../src/graphql/refusals.js';
import { deliveredCodeLists } from '../../support/code-lists.js';
import { administrator, commandDesk } from '../../support/command-desk.js';

const municipality = (
  code: string,
  name: string,
  legalName: string,
  tier: 'SINGLE' | 'LOWER' | 'UPPER' = 'SINGLE',
): OrganizationDetails => ({
  code,
  kind: 'MUNICIPALITY',
  name: { en: name },
  legalName: { en: legalName },
  tier,
});

const municipalities: readonly OrganizationDetails[] = [
  municipality('3525005', 'Hamilton', 'City of Hamilton'),
  municipality('3514019', 'Hamilton', 'Township of Hamilton', 'LOWER'),
  municipality('3520005', 'Toronto', 'City of Toronto'),
  municipality('3553005', 'Greater Sudbury', 'City of Greater Sudbury'),
  municipality('3521', 'Peel', 'Regional Municipality of Peel', 'UPPER'),
];

const definition: IndicatorDefinition = {
  name: { en: 'Housing cost burden' },
  kind: 'RATIO',
  unit: { en: 'percent' },
  decimals: 2,
  direction: 'LOWER',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'PUBLIC',
  overTime: 'NONE',
  overSpace: 'RATIO_OF_SUMS',
  periodKind: 'YEAR',
  factor: '100',
  proportion: true,
  dimensions: ['age-groups'],
};

const indicators: Readonly<Record<string, IndicatorDefinition>> = {
  'housing-cost-burden': definition,
  population: {
    ...definition,
    kind: 'COUNT_STOCK',
    decimals: 0,
    overSpace: 'SUM',
    proportion: false,
    factor: undefined,
  },
  'crime-severity-index': {
    ...definition,
    kind: 'INDEX_PUBLISHED',
    overSpace: 'NONE',
    proportion: false,
    factor: undefined,
  },
};

/** Takes the population of municipalities from a file of two columns. */
export const populationMapping = {
  indicator: 'population',
  body: { column: 'code' },
  period: '2021',
  value: { column: 'population' },
};

/** A hub in memory with five municipalities and three indicators, and files to import. */
export async function importDesk() {
  const desk = commandDesk();
  const folder = mkdtempSync(join(tmpdir(), 'jalon-import-'));
  const executed: string[] = [];
  for (const organization of municipalities) {
    const idempotencyKey = `register ${organization.code}`;
    await desk.execute(registerOrganization, { ...organization, idempotencyKey }, administrator);
  }
  for (const [key, each] of Object.entries(indicators)) {
    const idempotencyKey = `define ${key}`;
    await desk.execute(defineIndicator, { ...each, key, idempotencyKey }, administrator);
  }
  const ports = {
    log: desk.log,
    execute: ((command, ...rest) => {
      executed.push(command.name);
      return desk.execute(command, ...rest);
    }) as typeof desk.execute,
    codeLists: () => deliveredCodeLists,
    now: () => desk.clock.now,
    organizations: async () => municipalities,
    explain: (refusal: Refusal) => ({
      en: messageOf(refusal, 'en'),
      fr: messageOf(refusal, 'fr'),
    }),
  };
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return {
    ...desk,
    folder,
    executed,
    observations: async () =>
      (await desk.everything())
        .filter(({ type }) => type.startsWith('Observation'))
        .map(({ type, data }) => ({ type, data })),
    import: (
      content: string | Uint8Array,
      mapping: object = populationMapping,
      request: Partial<ImportRequest> = {},
    ) =>
      importObservations(ports, {
        file: write('file.csv', content),
        mapping: write('mapping.json', JSON.stringify(mapping)),
        caller: administrator,
        ...request,
      }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
