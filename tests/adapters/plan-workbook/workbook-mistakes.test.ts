import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bruceWorkbook, planDesk, withCell } from './plan-desk.js';

let desk: Awaited<ReturnType<typeof planDesk>>;
beforeEach(async () => {
  desk = await planDesk();
});
afterEach(() => desk.remove());

describe('a workbook with mistakes', () => {
  test.each<[string, string, number, number, string | number, object]>([
    [
      'an unknown risk',
      'Risks',
      3,
      2,
      'homelesness',
      {
        code: 'code-unknown',
        column: 'Risk code',
        suggestion: { en: 'Did you mean homelessness?' },
      },
    ],
    [
      'a rank that is taken',
      'Risks',
      3,
      3,
      1,
      { code: 'risk-rank-taken', column: 'Rank', value: '1' },
    ],
    [
      'a day that does not exist',
      'Bodies',
      2,
      3,
      '2021-02-30',
      { code: 'cell-not-a-day', column: 'Adopted on', value: '2021-02-30' },
    ],
    [
      'a word that is none',
      'Strategies',
      2,
      4,
      'Prevension',
      { code: 'cell-not-a-choice', column: 'Planning area' },
    ],
    [
      'a key that nothing has',
      'Commitments',
      2,
      3,
      's2',
      {
        code: 'reference-unknown',
        column: 'Strategy key',
        suggestion: { fr: 'Vouliez-vous dire s1?' },
      },
    ],
    ['an empty cell', 'Plans', 2, 4, '', { code: 'cell-required', column: 'Lead body code' }],
    [
      'a body nobody knows',
      'Bodies',
      3,
      2,
      3541999,
      { code: 'organization-unknown', column: 'Body code' },
    ],
    [
      'a partner nobody knows',
      'Commitments',
      2,
      4,
      'bruce-polices',
      { code: 'organization-unknown', column: 'Partner code' },
    ],
    [
      'an adoption without its number',
      'Bodies',
      2,
      4,
      '',
      { code: 'cells-incomplete', column: 'Resolution' },
    ],
    [
      'a target in points of a count',
      'Measures',
      2,
      10,
      'Change in percentage points',
      { code: 'target-inconsistent', column: 'Target' },
    ],
    [
      'a heading of no column',
      'Risks',
      1,
      3,
      'Rnk',
      { code: 'column-unknown', column: 'Rnk', suggestion: { en: 'Did you mean “Rank”?' } },
    ],
  ])(
    '%s is refused with its cell, and nothing is written',
    async (_, sheet, line, column, value, expected) => {
      const result = await desk.import(withCell(bruceWorkbook, sheet, line, column, value));
      expect(result.problems).toContainEqual(
        expect.objectContaining({ sheet, line, ...withMatchers(expected) }),
      );
      expect(result.written).toBe(false);
      expect(await desk.recorded()).toEqual([]);
      for (const { message } of result.problems) expect(message.fr).not.toBe(message.en);
    },
  );

  const withMatchers = (expected: object) =>
    Object.fromEntries(
      Object.entries(expected).map(([name, value]) => [
        name,
        typeof value === 'object' ? expect.objectContaining(value as object) : (value as unknown),
      ]),
    );

  test('all mistakes are told at once, and none that only follows from another', async () => {
    const sheets = withCell(
      withCell(bruceWorkbook, 'Risks', 3, 2, 'no-such'),
      'Bodies',
      3,
      3,
      'June',
    );
    const result = await desk.import(sheets);
    expect(result.problems.map(({ sheet, line, code }) => `${sheet} ${line} ${code}`)).toEqual([
      'Bodies 3 cell-not-a-day',
      'Strategies 2 reference-unknown',
      'Measures 2 reference-unknown',
      'Risks 3 code-unknown',
    ]);
  });

  test('two rows with one key are refused', async () => {
    const Risks = [...bruceWorkbook.Risks, bruceWorkbook.Risks[1]];
    const { problems } = await desk.import({ ...bruceWorkbook, Risks });
    expect(problems).toMatchObject([{ sheet: 'Risks', line: 4, code: 'key-repeated' }]);
  });

  test('what is no workbook, too large or not there is refused', async () => {
    const file = join(desk.folder, 'plans.xlsx');
    writeFileSync(file, 'PK, but not a workbook');
    expect((await desk.importFile(file)).problems).toMatchObject([{ code: 'workbook-malformed' }]);
    expect((await desk.importFile(`${file}.missing`)).problems).toMatchObject([
      { code: 'workbook-unreadable' },
    ]);
    expect((await desk.import({ Notes: [['nothing']] })).problems).toMatchObject([
      { code: 'sheet-missing' },
    ]);
  });
});
