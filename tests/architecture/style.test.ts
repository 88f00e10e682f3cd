import { describe, expect, test } from '@jest/globals';
import { projectFiles } from './source-files.js';
import { foldersWithoutReadme, medianLines, styleRules } from './style-rules.js';

describe.each(styleRules)('$title', ({ applies, offences, planted }) => {
  test('in every file', () => {
    const offenders = projectFiles
      .filter(({ path }) => applies.test(path))
      .flatMap((file) => offences(file).map((offence) => `${file.path}: ${offence}`));
    expect(offenders).toEqual([]);
  });

  test('and a file that breaks it is found', () => {
    expect(applies.test(planted.path)).toBe(true);
    expect(offences(planted)).not.toEqual([]);
  });
});

describe('a reader finds the way', () => {
  test('every folder of src with two files or more has a README', () => {
    expect(foldersWithoutReadme(projectFiles)).toEqual([]);
  });

  test('a folder without one is found', () => {
    const files = ['events.ts', 'state.ts'].map((name) => ({
      path: `src/domain/plan/${name}`,
      text: '',
    }));
    expect(foldersWithoutReadme(files)).toEqual(['src/domain/plan']);
  });

  test('the usual source file fits a screen or two', () => {
    expect(medianLines(projectFiles)).toBeGreaterThanOrEqual(20);
    expect(medianLines(projectFiles)).toBeLessThanOrEqual(90);
  });
});
