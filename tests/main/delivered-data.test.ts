import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { deliveredData, readRules } from '../../src/main/delivered-data.js';

const folder = mkdtempSync(join(tmpdir(), 'jalon-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const delivered = JSON.parse(
  readFileSync(join(deliveredData, 'statutory-rules.json'), 'utf8'),
) as object;

const rulesWith = (changes: object) => {
  const file = join(folder, 'rules.json');
  writeFileSync(file, JSON.stringify({ ...delivered, ...changes }));
  return () => readRules(file);
};

describe('the file of statutory rules', () => {
  const thirty = { from: '2019-01-01', amount: 30 };

  it('takes a rule that changes on a day', () => {
    const publicationDays = [thirty, { from: '2027-01-01', amount: 60 }];
    expect(rulesWith({ publicationDays })()).toMatchObject({ publicationDays });
  });

  it.each([
    ['rules out of order', [{ from: '2027-01-01', amount: 60 }, thirty], 'in the order'],
    ['two rules of one day', [thirty, { ...thirty, amount: 60 }], 'in the order'],
    ['no days at all', [{ ...thirty, amount: 0 }], 'publicationDays'],
    ['a day that is none', [{ ...thirty, from: '2019-02-29' }], 'publicationDays'],
  ])('with %s is refused, and named', (_, publicationDays, reason) => {
    expect(rulesWith({ publicationDays })).toThrow(reason);
    expect(rulesWith({ publicationDays })).toThrow('rules.json');
  });
});
