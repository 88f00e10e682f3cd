import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import readWorkbook from 'read-excel-file/node';
import { planTemplate } from '../../../src/adapters/plan-workbook/plan-template.js';
import { deliveredCodeLists } from '../../support/code-lists.js';
import { languages } from '../../../src/domain/text.js';
import { planDesk } from './plan-desk.js';

describe('the empty workbook of plans', () => {
  let desk: Awaited<ReturnType<typeof planDesk>>;
  beforeAll(async () => {
    desk = await planDesk();
  });
  afterAll(() => desk.remove());

  test.each(languages)('is of the layout that the import reads (%s)', async (language) => {
    const bytes = await planTemplate(deliveredCodeLists, '2024-06-15', language);
    const file = join(desk.folder, `${language}.xlsx`);
    writeFileSync(file, bytes);
    expect(await desk.importFile(file)).toMatchObject({ problems: [], plans: 0, rows: 0 });
    const sheets = await readWorkbook(Buffer.from(bytes));
    expect(sheets).toHaveLength(9);
    const codes = sheets.at(-1)?.data.flat();
    expect(codes).toEqual(expect.arrayContaining(['opioid-use', 'Itinérance', 'police']));
    const explained = sheets[0]?.data.flat().join(' ');
    expect(explained).toContain('Lead body code');
    expect(explained).toContain('Code de l’organisme principal');
  });
});
