import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { quantityOffences } from '../support/quantity-sql.js';
import { projectFiles, type SourceFile } from './source-files.js';

/** Words of a query, in capitals as everywhere in this project, and the names of aggregates. */
const words =
  'SELECT|FROM|WHERE|AND|OR|ORDER BY|GROUP BY|PARTITION BY|HAVING|CASE|CAST|UPDATE|SET|CREATE';
const aggregates = 'sum|avg|min|max|total';
const sqlWord = new RegExp(`\\b(?:${words}|${aggregates})\\b`);

const isSql = (text: string): boolean => sqlWord.test(text);

/** Every text of a file; what is put into a template reads as "?". */
function textsOf({ path, text }: SourceFile): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push(
        [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('?'),
      );
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return texts;
}

const offencesOf = (file: SourceFile): readonly string[] =>
  textsOf(file)
    .filter(isSql)
    .flatMap((text) =>
      quantityOffences(text).map((offence) => `${file.path}: ${offence}: ${text}`),
    );

const readers = projectFiles.filter(({ path }) => /^src\/adapters\/.+\.ts$/.test(path));

describe('no database calculates, compares or orders quantities', () => {
  test('in any text of an adapter', () => {
    expect(readers.flatMap(offencesOf)).toEqual([]);
  });

  test('and only adapters speak to a database', () => {
    const speakers = projectFiles
      .filter(({ path }) => /^src\/(?!adapters\/).+\.ts$/.test(path))
      .filter((file) => textsOf(file).some((text) => /\bSELECT\b[^]*\bFROM\b/.test(text)))
      .map(({ path }) => path);
    expect(speakers).toEqual([]);
  });

  test('and the texts that read observations are among those looked at', () => {
    const seen = readers.flatMap(textsOf).filter(isSql).join('\n');
    for (const table of ['observation', 'province_outcome'])
      expect(seen).toContain(`FROM ${table}`);
  });

  test.each([
    'SELECT sum(value) AS value FROM observation',
    'SELECT total("numerator") FROM observation',
    'SELECT avg(CAST(value AS REAL)) FROM observation',
    'SELECT max(denominator) FROM observation',
    'SELECT geography FROM observation ORDER BY "value" DESC',
    'SELECT geography FROM observation ORDER BY period, value',
    'SELECT rank() OVER (ORDER BY observation.value) FROM observation',
    'SELECT geography FROM observation WHERE value > 0',
    'SELECT geography FROM observation WHERE :least <= numerator',
    'SELECT geography FROM observation WHERE value BETWEEN :from AND :to',
    "SELECT geography FROM observation WHERE value IN ('0')",
    'SELECT numerator / denominator FROM observation',
    'SELECT value::numeric FROM observation',
    "SELECT json_extract(epochs, '$[0].value') FROM province_outcome",
    'SELECT histogram ->> 0 FROM observation',
    'SELECT DISTINCT value FROM observation',
    'SELECT period FROM observation GROUP BY value',
    'UPDATE observation SET value = value + 1',
  ])('%s is found', (text) => {
    const planted = { path: 'src/adapters/planted.ts', text: `const sql = \`${text}\`;` };
    expect(offencesOf(planted)).not.toEqual([]);
  });

  test.each([
    'SELECT value, numerator, denominator FROM observation WHERE indicator = :value',
    'SELECT value FROM observation WHERE value IS NULL ORDER BY geography',
    'SELECT coalesce(CAST("value" AS TEXT), :none) FROM observation',
    'SELECT sum(length(bytes)) FROM reports WHERE max(position) > 4',
  ])('%s is not', (text) => {
    expect(quantityOffences(text)).toEqual([]);
  });
});
