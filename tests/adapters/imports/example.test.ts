import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseMapping, type Mapping } from '../../../src/adapters/imports/mapping.js';
import { openTable } from '../../../src/adapters/imports/open-table.js';
import { scanFile } from '../../../src/adapters/imports/scan-file.js';
import { openStage } from '../../../src/adapters/imports/stage.js';
import { stageRows } from '../../../src/adapters/imports/stage-rows.js';

const data = (name: string): Buffer =>
  readFileSync(new URL(`../../../data/${name}`, import.meta.url));

test('the example says in French writing what its source says', async () => {
  const source = new Map(
    parse<Record<string, string>>(data('ontario_housing_affordability_csd_2021.csv'), {
      columns: true,
    }).map((row) => [row['csd_code'], row]),
  );
  const mapping = parseMapping(data('examples/housing-mapping.json').toString()) as Mapping;
  const example = new URL('../../../data/examples/housing-2021.csv', import.meta.url);
  const scanned = await scanFile(fileURLToPath(example), 'auto');
  const stage = openStage(tmpdir());
  const read = await stageRows(stage, openTable(scanned, mapping.file), { mapping, rowsMax: 100 });
  const drafts = [...stage.drafts()].map(({ draft }) => draft);
  expect([...stage.findings()]).toEqual([]);
  stage.close();
  expect(read).toMatchObject({ rows: 9, observations: 9, complete: true });
  expect(drafts).toHaveLength(9);
  for (const { key, content } of drafts) {
    const row = source.get(key.geography.code) ?? {};
    const [missing, total] = [row['dissemination_areas_missing'], row['dissemination_areas']];
    const expected =
      missing === total
        ? [key.geography.code, 'SUPPRESSED_AT_SOURCE', undefined, undefined, 0]
        : [
            key.geography.code,
            'REPORTED',
            row['households_spending_30pct_or_more'],
            row['households_total_in_ratio'],
            Number(missing),
          ];
    const { status, numerator, denominator, missingUnits } = content;
    const said = [status, numerator, denominator, missingUnits?.missing ?? 0];
    expect([key.geography.code, ...said]).toEqual(expected);
  }
});
