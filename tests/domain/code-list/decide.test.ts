import { describe, expect, it } from '@jest/globals';
import { publishCodeListVersion } from '../../../src/domain/code-list/decide.js';
import { codeList } from '../../../src/domain/code-list/state.js';
import { findCode, withPublished } from '../../../src/domain/code-lists.js';
import { markRecordedInError } from '../../../src/domain/record/commands.js';
import { scenario } from '../../support/scenario.js';
import { codeListsOf, decisionOf, surroundings } from '../../support/surroundings.js';

const { given } = scenario(codeList);
const codeLists = codeListsOf({ sectors: ['police', 'health'] });
const today = '2024-06-15';
const label = { en: 'Justice', fr: 'Justice' };
const second = {
  scheme: 'sectors',
  version: '2',
  from: '2024-07-01',
  source: 'Booklet 4',
  codes: [
    { code: 'justice', label },
    { code: 'courts', label: { en: 'Courts', fr: 'Tribunaux' }, parent: 'justice' },
  ],
};
const published = { type: 'CodeListVersionPublished', data: second } as const;
const publish = (more: object = {}) =>
  publishCodeListVersion({ ...second, codeLists, today, ...more });

describe('publishing a version of a code list', () => {
  it('adds it after those delivered, used from its day on', () => {
    given().when(publish()).then(published);
  });

  it('begins a new list where there is none of that name', () => {
    const first = { ...second, scheme: 'settings', version: '1' };
    given().when(publish(first)).then({ type: 'CodeListVersionPublished', data: first });
  });

  it('is refused under a name that a version has, delivered or published', () => {
    given()
      .when(publish({ version: '1' }))
      .thenRefused('version-exists', 'input.version');
    given(published)
      .when(publish({ from: '2025-01-01' }))
      .thenRefused('version-exists', 'input.version');
  });

  it.each([
    ['before today', '2024-06-14'],
    ['not after the version before it', '2024-07-01'],
  ])('is refused from a day %s', (_, from) => {
    given(published)
      .when(publish({ version: '3', from }))
      .thenRefused('version-not-later');
  });

  it('is taken from today', () => {
    given()
      .when(publish({ from: today }))
      .then({ type: 'CodeListVersionPublished', data: { ...second, from: today } });
  });

  it.each([
    ['codes-required', 'input.codes', []],
    ['code-repeated', 'input.codes.1.code', [second.codes[0], second.codes[0]]],
    ['code-invalid', 'input.codes.0.code', [{ code: 'No Code', label }]],
    ['label-in-both-languages', 'input.codes.0.label', [{ code: 'a', label: { en: 'A' } }]],
    ['text-required', 'input.codes.0.label', [{ code: 'a', label: { en: 'A', fr: ' ' } }]],
    ['code-unknown', 'input.codes.0.parent', [{ code: 'a', label, parent: 'b' }]],
    ['code-unknown', 'input.codes.0.parent', [{ code: 'a', label, parent: 'a' }]],
  ] as const)('is refused as %s at %s', (code, field, codes) => {
    given().when(publish({ codes })).thenRefused(code, field);
  });

  it('never loses a version: none can be marked as recorded in error', async () => {
    const input = { stream: 'codelist-published', revision: 0, reason: { en: 'Typing error' } };
    const decide = await decisionOf(markRecordedInError, input, surroundings({}));
    expect(decide(null)).toMatchObject({
      accepted: false,
      refusals: [{ code: 'decision-stands', field: 'input.stream' }],
    });
  });
});

describe('the lists a day sees', () => {
  const all = withPublished(codeLists, new Map([['sectors', [second]]]));

  it('change on the day from which the version applies', () => {
    expect(findCode(all, 'sectors', 'courts', '2024-06-30')).toBeUndefined();
    expect(findCode(all, 'sectors', 'courts', '2024-07-01')).toMatchObject({ parent: 'justice' });
    expect(findCode(all, 'sectors', 'police', '2024-06-30')).toBeDefined();
  });

  it('are the same however often the publication is added', () => {
    expect(withPublished(all, new Map([['sectors', [second]]]))).toEqual(all);
    expect(withPublished(codeLists, new Map())).toBe(codeLists);
  });
});
