import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importObservations } from '../../../src/adapters/imports/import-observations.js';
import type { ImportRequest } from '../../../src/adapters/imports/import-request.js';
import type { Outcome } from '../../../src/domain/command-handler.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import type { OrganizationDetails } from '../../../src/domain/organization/decide.js';
import { importPorts } from '../../../src/main/import-ports.js';
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

const bareRate: Partial<IndicatorDefinition> = {
  kind: 'SURVEY_ESTIMATE',
  overSpace: 'NONE',
  periodKind: 'SCHOOL_YEAR',
  proportion: false,
  factor: undefined,
};

const count: Partial<IndicatorDefinition> = {
  kind: 'COUNT_FLOW',
  decimals: 0,
  overTime: 'SUM',
  overSpace: 'SUM',
  proportion: false,
  factor: undefined,
};

const indicators: Readonly<Record<string, IndicatorDefinition>> = {
  'housing-cost-burden': definition,
  population: {
    ...definition,
    kind: 'COUNT_STOCK',
    overTime: 'LAST',
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
  suspensions: { ...definition, ...bareRate },
  graduation: { ...definition, ...bareRate, direction: 'HIGHER' },
  'violent-incidents': { ...definition, ...count },
  'property-incidents': { ...definition, ...count },
  'population-by-gender': { ...definition, ...count, dimensions: ['genders'] },
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
  /** What somebody else does after the check, before the first row is written. */
  const hooks = { beforeWriting: async (): Promise<void> => undefined };
  const outcomes: Outcome[] = [];
  for (const organization of municipalities) {
    const input = { ...organization, idempotencyKey: `register ${organization.code}` };
    outcomes.push(await desk.execute(registerOrganization, input, administrator));
  }
  for (const [key, each] of Object.entries(indicators)) {
    const input = { ...each, key, idempotencyKey: `define ${key}` };
    outcomes.push(await desk.execute(defineIndicator, input, administrator));
  }
  const refused = outcomes.filter(({ outcome }) => outcome !== 'accepted');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  const executeAll: typeof desk.executeAll = async (orders, ...rest) => {
    if (executed.length === 0) await hooks.beforeWriting();
    executed.push(...orders.map(({ name }) => name));
    return desk.executeAll(orders, ...rest);
  };
  const now = () => desk.clock.now;
  const ports = importPorts({ log: desk.log, now, executeAll }, deliveredCodeLists);
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return {
    ...desk,
    ports,
    folder,
    executed,
    hooks,
    /** By stream, for rows of different bodies are written side by side. */
    observations: async () =>
      (await desk.everything())
        .filter(({ type }) => type.startsWith('Observation'))
        .toSorted((a, b) => (a.stream < b.stream ? -1 : Number(a.stream > b.stream)))
        .map(({ type, data }) => ({ type, data })),
    import: (
      content: string | Uint8Array,
      mapping: object | string = populationMapping,
      request: Partial<ImportRequest> = {},
    ) =>
      importObservations(ports, {
        file: write('file.csv', content),
        mapping: write(
          'mapping.json',
          typeof mapping === 'string' ? mapping : JSON.stringify(mapping),
        ),
        caller: administrator,
        workFolder: folder,
        ...request,
      }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
