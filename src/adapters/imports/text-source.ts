import { z } from 'zod';
import { nearest } from '../nearest.js';
import type { Bilingual } from './import-error.js';
import type { ImportErrorCode } from './import-sentences.js';

/** A column by its header, or by its number from 1. */
export type ColumnName = z.infer<typeof columnName>;

/** A column by its header, or by its number from 1. */
export const columnName = z.union([z.string().min(1).max(200), z.int().min(1).max(10_000)]);

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u').test('');
    return true;
  } catch {
    return false;
  }
}

/** A regular expression that somebody writes into a mapping. */
export const pattern = () => z.string().min(1).max(200).refine(isPattern, { error: 'no pattern' });

/** How what stands in a cell becomes what is meant: "2021-2022" the period SY2021. */
export const rewriting = {
  /** What of the cell counts; the whole of it unless `as` says otherwise. */
  matches: pattern().optional(),
  /** "$1" stands for the first group of the pattern, "$<name>" for a named one. */
  as: z.string().min(1).max(100).default('$&'),
  prefix: z.string().max(10).default(''),
  /** What each text means: `{ "Male": "men" }`. Any other is an error. */
  codes: z.record(z.string().max(200), z.string().min(1).max(200)).optional(),
};

const fromColumn = z.strictObject({ column: columnName, ...rewriting });

/** A text that is the same for every row, or from a column. */
export const cellText = z.union([z.string().min(1).max(200), fromColumn]);
export type CellText = z.infer<typeof cellText>;

/** The same, or from a named group of the pattern that the header of the number matched. */
export const headerText = z.union([
  z.string().min(1).max(200),
  fromColumn,
  z.strictObject({ header: z.string().min(1).max(50), ...rewriting }),
]);
export type HeaderText = z.infer<typeof headerText>;

type Rewriting = Partial<Pick<z.infer<typeof fromColumn>, keyof typeof rewriting>>;

/** What a cell means, or why it means nothing. */
type Meaning =
  | { readonly text: string }
  | { readonly refused: ImportErrorCode; readonly suggestion: Bilingual | undefined };

function suggestCode(text: string, codes: Readonly<Record<string, string>>): Bilingual {
  const meant = nearest(text, Object.keys(codes));
  const declared = JSON.stringify({
    [text.slice(0, 30)]: meant === undefined ? '…' : codes[meant],
  });
  return {
    en: `Declare what it means: "codes": ${declared}`,
    fr: `Déclarez ce qu’il signifie : "codes": ${declared}`,
  };
}

const compiled = new WeakMap<object, RegExp>();

/** What of a text a pattern takes, as it is to be written; undefined when it does not match. */
function extract(text: string, how: Rewriting): string | undefined {
  const { matches, as = '$&' } = how;
  if (matches === undefined) return text;
  const known = compiled.get(how) ?? new RegExp(matches, 'u');
  compiled.set(how, known);
  const match = known.exec(text);
  if (match === null) return undefined;
  const after = text.length - match.index - match[0].length;
  const replaced = text.replace(known, as);
  return replaced.slice(match.index, replaced.length - after);
}

/** Turns the trimmed text of a cell into what is meant. */
export function rewrite(text: string, how: Rewriting): Meaning {
  const { prefix = '', codes } = how;
  const kept = extract(text, how);
  if (kept === undefined) return { refused: 'text-unmatched', suggestion: undefined };
  if (codes === undefined) return { text: `${prefix}${kept}` };
  return Object.hasOwn(codes, kept)
    ? { text: `${prefix}${codes[kept]}` }
    : { refused: 'code-undeclared', suggestion: suggestCode(kept, codes) };
}
