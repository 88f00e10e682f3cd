import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CodeListInvalid,
  parseCodeList,
  readCodeLists,
} from '../../../src/adapters/code-lists/read-code-lists.js';

const housing = { code: 'housing', label: { en: 'Housing', fr: 'Logement' } };
const encampment = {
  code: 'encampment',
  label: { en: 'Encampment', fr: 'Campement' },
  parent: 'housing',
};
const first = { version: '1', from: '2021-01-01', source: 'A booklet', codes: [housing] };
const list = (...versions: readonly object[]) => ({ scheme: 'risk-factors', versions });

const parse = (value: unknown) =>
  parseCodeList(
    'lists/risk-factors.json',
    typeof value === 'string' ? value : JSON.stringify(value),
  );

describe('a file of a code list', () => {
  test('gives every version with codes, labels and parents', () => {
    const second = { ...first, version: '2', from: '2025-01-01', codes: [housing, encampment] };
    expect(parse(list(first, second))).toEqual(list(first, second));
  });

  test.each([
    ['is no JSON', '{', /^lists\/risk-factors\.json: /],
    ['has no version', list(), /^lists\/risk-factors\.json: versions: /],
    [
      'has a code twice',
      list({ ...first, codes: [housing, encampment, housing] }),
      'lists/risk-factors.json: versions.0.codes.0.code: housing is there twice',
    ],
    [
      'has a parent that does not exist',
      list({ ...first, codes: [encampment] }),
      'versions.0.codes.0.parent: housing is no other code of this version',
    ],
    [
      'has a code that is its own parent',
      list({ ...first, codes: [{ ...housing, parent: 'housing' }] }),
      'versions.0.codes.0.parent',
    ],
    [
      'lacks a French label',
      list({ ...first, codes: [{ code: 'housing', label: { en: 'Housing' } }] }),
      'versions.0.codes.0.label.fr',
    ],
    [
      'has a blank label',
      list({ ...first, codes: [{ code: 'housing', label: { en: ' ', fr: 'Logement' } }] }),
      'versions.0.codes.0.label.en',
    ],
    [
      'has a code in capitals',
      list({ ...first, codes: [{ ...housing, code: 'Housing' }] }),
      'versions.0.codes.0.code',
    ],
    ['has a day that is none', list({ ...first, from: '2021-02-30' }), 'versions.0.from'],
    ['has a field nobody knows', list({ ...first, until: '2022-01-01' }), 'versions.0'],
    ['lists the later version first', list({ ...first, version: '2' }, first), 'oldest first'],
    ['names two versions alike', list(first, { ...first, from: '2025-01-01' }), 'the same name'],
    ['is named for another scheme', { ...list(first), scheme: 'sectors' }, "not the file's name"],
  ])('is refused when it %s', (_, value, message) => {
    expect(() => parse(value)).toThrow(CodeListInvalid);
    expect(() => parse(value)).toThrow(message);
  });
});

describe('a folder of code lists', () => {
  test('gives its lists by scheme and leaves other files alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-lists-'));
    try {
      writeFileSync(join(folder, 'risk-factors.json'), JSON.stringify(list(first)));
      writeFileSync(join(folder, 'README.md'), 'Lists.');
      expect([...(await readCodeLists(folder)).keys()]).toEqual(['risk-factors']);
      writeFileSync(join(folder, 'sectors.json'), '[]');
      await expect(readCodeLists(folder)).rejects.toThrow('sectors.json');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('the lists the hub is delivered with are all well-formed', async () => {
    const folder = fileURLToPath(new URL('../../../data/code-lists', import.meta.url));
    const lists = await readCodeLists(folder);
    expect([...lists.keys()]).toEqual(
      expect.arrayContaining(['planning-areas', 'reference-areas', 'risk-factors', 'sectors']),
    );
  });
});
