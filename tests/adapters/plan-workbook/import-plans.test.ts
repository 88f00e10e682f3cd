import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { withdrawCommitment } from '../../../src/domain/commitment/commands.js';
import { reviseStrategy } from '../../../src/domain/plan/commands.js';
import { administrator } from '../../support/command-desk.js';
import { bruceWorkbook, planDesk, withCell, type Sheets } from './plan-desk.js';

let desk: Awaited<ReturnType<typeof planDesk>>;
beforeEach(async () => {
  desk = await planDesk();
});
afterEach(() => desk.remove());

const wholePlan = [
  'OrganizationRegistered solgen',
  'PlanOpened 3541024',
  'BodyJoinedPlan 3541024',
  'RiskIdentified 3541024',
  'RiskIdentified 3541024',
  'RiskPrioritized 3541024',
  'RiskPrioritized 3541024',
  'StrategyAdopted 3541024',
  'CommitmentMade 3541024',
  'MeasureDefined 3541024',
  'BaselineSet 3541024',
  'TargetSet 3541024',
  'PlanAdopted 3541024',
  'PlanAdopted 3541004',
  'PlanPublished 3541024',
];

describe('a workbook of plans', () => {
  test('becomes a whole plan, each body having adopted for itself', async () => {
    const result = await desk.import(bruceWorkbook);
    expect(result).toMatchObject({ problems: [], plans: 1, rows: 9, recorded: 15, written: true });
    expect(await desk.recorded()).toEqual(wholePlan);
  });

  test('is only checked in a dry run, which foresees the same', async () => {
    const result = await desk.import(bruceWorkbook, true);
    expect(result).toMatchObject({ problems: [], recorded: 15, written: false });
    expect(await desk.recorded()).toEqual([]);
  });

  test('writes nothing the second time', async () => {
    await desk.import(bruceWorkbook);
    const again = await desk.import(bruceWorkbook);
    expect(again).toMatchObject({ problems: [], recorded: 0, changed: 0, same: 15 });
    expect(await desk.recorded()).toEqual(wholePlan);
  });

  test('may be written in French, headings, sheets and words', async () => {
    const french: Sheets = {
      Plans: [
        [
          'clé du plan',
          'Titre (français)',
          'Code de l’organisme principal',
          'OUVERT LE',
          'Démonstration',
        ],
        ['bruce', 'Plan de Bruce', 3541024, { day: 44109 }, 'oui'],
      ],
      Organismes: [
        ['Clé du plan', 'Code de l’organisme'],
        ['bruce', 3541004],
      ],
      Risques: [
        ['Clé du plan', 'Code du risque', 'Rang'],
        ['bruce', 'Itinérance', 1],
      ],
      Stratégies: [
        [
          'Clé du plan',
          'Clé de la stratégie',
          'Titre (français)',
          'Domaine de planification',
          'Secteurs',
          'Codes des risques',
        ],
        ['bruce', 's1', 'Une table', 'intervention en cas de risque', 'police', 'homelessness'],
      ],
    };
    const result = await desk.import(french);
    expect(result).toMatchObject({ problems: [], recorded: 5 });
    const opened = (await desk.everything()).find(({ type }) => type === 'PlanOpened');
    expect(opened).toMatchObject({
      data: { demonstration: true },
      metadata: { effectiveOn: '2020-10-05' },
    });
  });

  test.each([',', ';', '\t'])(
    'may be a folder of CSV files named as the sheets (%j)',
    async (delimiter) => {
      const folder = join(desk.folder, 'csv');
      mkdirSync(folder);
      for (const [name, rows] of Object.entries(bruceWorkbook))
        writeFileSync(
          join(folder, `${name.toLowerCase()}.csv`),
          stringify(rows as never, { delimiter, bom: true }),
        );
      expect(await desk.importFile(folder)).toMatchObject({ problems: [], recorded: 15 });
      expect(await desk.recorded()).toEqual(wholePlan);
      expect(await desk.import(bruceWorkbook)).toMatchObject({ recorded: 0, same: 15 });
    },
  );

  test('may hold several plans', async () => {
    const second = ['other', 'Other', '', '3541024', '2020-10-05'];
    const Plans = [...bruceWorkbook.Plans, second];
    const result = await desk.import({ ...bruceWorkbook, Plans });
    expect(result).toMatchObject({ problems: [], plans: 2, recorded: 16 });
  });
});

describe('a corrected workbook', () => {
  beforeEach(() => desk.import(bruceWorkbook));

  const after = async (sheets: Sheets) => {
    const result = await desk.import(sheets);
    expect(result.problems).toEqual([]);
    return (await desk.recorded()).slice(wholePlan.length).map((said) => said.split(' ')[0]);
  };

  test('revises the strategy, commitment, baseline and target that changed', async () => {
    expect(await after(withCell(bruceWorkbook, 'Strategies', 2, 3, 'Two tables'))).toEqual([
      'StrategyRevised',
    ]);
    expect(await after(withCell(bruceWorkbook, 'Strategies', 2, 3, 'A situation table'))).toEqual([
      'StrategyRevised',
      'StrategyRevised',
    ]);
    let sheets = withCell(bruceWorkbook, 'Commitments', 2, 6, '2023-12-31');
    sheets = withCell(sheets, 'Measures', 2, 8, 12316);
    sheets = withCell(sheets, 'Measures', 2, 11, 14000);
    const all = [
      'StrategyRevised',
      'StrategyRevised',
      'CommitmentRevised',
      'BaselineSet',
      'TargetRevised',
    ];
    expect(await after(sheets)).toEqual(all);
    expect(await after(sheets)).toEqual(all);
  });

  test('lets two risks change places', async () => {
    const sheets = withCell(withCell(bruceWorkbook, 'Risks', 2, 3, 2), 'Risks', 3, 3, 1);
    const moved = ['RiskDeprioritized', 'RiskDeprioritized', 'RiskPrioritized', 'RiskPrioritized'];
    expect(await after(sheets)).toEqual(moved);
    expect(await after(sheets)).toEqual(moved);
  });

  test('adds rows, and leaves alone what was changed by other means since', async () => {
    const planned = (await desk.everything()).find(({ type }) => type === 'StrategyAdopted');
    const { stream: planId = '', data } = planned ?? {};
    const { strategyId, sectors, risks } = data as {
      strategyId: string;
      sectors: string[];
      risks: string[];
    };
    const title = { en: 'Said by the committee' };
    const revised = {
      planId,
      strategyId,
      sectors,
      risks,
      title,
      area: 'PREVENTION' as const,
      reason: title,
    };
    await desk.execute(
      reviseStrategy,
      { ...revised, idempotencyKey: 'a' },
      { ...administrator, actingFor: '3541024' },
    );
    const Risks = [...bruceWorkbook.Risks, ['bruce-2021', 'alcohol-use', 3]];
    expect(await after({ ...bruceWorkbook, Risks })).toEqual([
      'StrategyRevised',
      'RiskIdentified',
      'RiskPrioritized',
    ]);
  });

  test('is refused where a decision of its own is needed', async () => {
    const title = await desk.import(withCell(bruceWorkbook, 'Plans', 2, 2, 'Another plan'));
    expect(title.problems).toMatchObject([{ sheet: 'Plans', line: 2, code: 'row-changed' }]);
    const partner = await desk.import(withCell(bruceWorkbook, 'Commitments', 2, 4, '3541004'));
    expect(partner.problems).toMatchObject([
      { sheet: 'Commitments', line: 2, code: 'row-changed' },
    ]);
    expect(await desk.recorded()).toEqual(wholePlan);
  });

  test('is refused as a whole when something it revises is closed', async () => {
    const made = (await desk.everything()).find(({ type }) => type === 'CommitmentMade');
    const withdraw = { commitmentId: made?.stream ?? '', reason: { en: 'No funds' } };
    await desk.execute(withdrawCommitment, { ...withdraw, idempotencyKey: 'w' }, administrator);
    const head = await desk.log.head();
    const sheets = withCell(bruceWorkbook, 'Commitments', 2, 6, '2023-12-31');
    const result = await desk.import(withCell(sheets, 'Measures', 2, 11, 14000));
    expect(result).toMatchObject({
      written: false,
      problems: [{ code: 'commitment-closed', line: 2 }],
    });
    expect(await desk.log.head()).toBe(head);
  });
});
