import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPlans } from '../../../src/adapters/plan-workbook/import-plans.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import { messageOf } from '../../../src/graphql/refusals.js';
import { deliveredCodeLists } from '../../support/code-lists.js';
import { administrator, commandDesk } from '../../support/command-desk.js';
import { xlsxBytes, type SheetCell } from '../imports/xlsx-bytes.js';

/** A workbook as its sheets, the first row of each being its headings. */
export type Sheets = Readonly<Record<string, readonly (readonly SheetCell[])[]>>;

/** A joint plan in an English workbook, as a county would send it. */
export const bruceWorkbook = {
  Plans: [
    [
      'Plan key',
      'Title (English)',
      'Title (French)',
      'Lead body code',
      'Opened on',
      'Published on',
      'Web address',
    ],
    [
      'bruce-2021',
      'Bruce plan',
      'Plan de Bruce',
      3541024,
      '2020-10-05',
      '2021-07-15',
      'https://example.ca/plan',
    ],
  ],
  Bodies: [
    ['Plan key', 'Body code', 'Adopted on', 'Resolution'],
    ['bruce-2021', 3541024, '2021-06-07', '2021-101'],
    ['bruce-2021', 3541004, '2021-06-21', '2021-44'],
  ],
  Partners: [
    ['Partner code', 'Name (English)', 'Sector'],
    ['bruce-police', 'Police services in Bruce', 'police'],
  ],
  Risks: [
    ['Plan key', 'Risk code', 'Rank', 'Narrative (English)'],
    ['bruce-2021', 'opioid-use', 1, 'Named first in the survey'],
    ['bruce-2021', 'homelessness', 2],
  ],
  Strategies: [
    ['Plan key', 'Strategy key', 'Title (English)', 'Planning area', 'Sectors', 'Risk codes'],
    [
      'bruce-2021',
      's1',
      'A situation table',
      'Risk intervention',
      'police; health',
      'opioid-use; homelessness',
    ],
  ],
  Commitments: [
    ['Plan key', 'Commitment key', 'Strategy key', 'Partner code', 'Statement (English)', 'Due on'],
    ['bruce-2021', 'c1', 's1', 'bruce-police', 'One officer at every table', '2022-12-31'],
  ],
  Measures: [
    [
      'Plan key',
      'Measure key',
      'Indicator key',
      'Level',
      'Accountability',
      'Risk code',
      'Baseline',
      'Baseline value',
      'Baseline period',
      'Target',
      'Target value',
      'Target due on',
    ],
    [
      'bruce-2021',
      'm1',
      'population',
      'Long-term outcome',
      'Population',
      'homelessness',
      'Value',
      12315,
      '2021',
      'Value to reach',
      13000,
      '2026-12-31',
    ],
  ],
} as const satisfies Sheets;

/** The same sheets with the cell of one row and column changed; rows count from 1, as on paper. */
export function withCell(
  sheets: Sheets,
  sheet: string,
  line: number,
  column: number,
  value: SheetCell,
): Sheets {
  const rows = (sheets[sheet] ?? []).map((row, at) =>
    at + 1 === line ? row.with(column - 1, value) : row,
  );
  return { ...sheets, [sheet]: rows };
}

const population: IndicatorDefinition = {
  name: { en: 'Population' },
  kind: 'COUNT_STOCK',
  unit: { en: 'persons' },
  decimals: 0,
  direction: 'NONE',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'PUBLIC',
  overTime: 'LAST',
  overSpace: 'SUM',
  periodKind: 'YEAR',
  proportion: false,
  dimensions: [],
};

/** A hub in memory with two municipalities and an indicator, and workbooks to import. */
export async function planDesk() {
  const desk = commandDesk();
  const folder = mkdtempSync(join(tmpdir(), 'jalon-plans-'));
  for (const [code, name] of [
    ['3541024', 'Kincardine'],
    ['3541004', 'South Bruce'],
  ] as const)
    await desk.execute(
      registerOrganization,
      { idempotencyKey: code, code, kind: 'MUNICIPALITY', tier: 'LOWER', name: { en: name } },
      administrator,
    );
  const defined = { ...population, key: 'population', idempotencyKey: 'population' };
  await desk.execute(defineIndicator, defined, administrator);
  const ports = {
    ...desk,
    codeLists: () => deliveredCodeLists,
    now: () => desk.clock.now,
    explain: (refusal: Parameters<typeof messageOf>[0]) => ({
      en: messageOf(refusal, 'en'),
      fr: messageOf(refusal, 'fr'),
    }),
  };
  const before = await desk.log.head();
  const importFile = (file: string, dryRun = false) =>
    importPlans(ports, { file, caller: administrator, dryRun });
  return {
    ...desk,
    folder,
    importFile,
    import(sheets: Sheets, dryRun = false) {
      const file = join(folder, 'plans.xlsx');
      writeFileSync(file, xlsxBytes(sheets));
      return importFile(file, dryRun);
    },
    /** Types of what the imports recorded, in order. */
    recorded: async () =>
      (await desk.everything())
        .slice(before)
        .map(({ type, metadata }) => `${type} ${metadata.actingFor}`),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
