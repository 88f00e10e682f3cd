import type { Language } from '../../domain/text.js';
import { shownChange } from './change-text.js';
import type { ImportError } from './import-error.js';
import type { ImportResult } from './import-request.js';

const shownMax = 50;

const sentences = {
  en: {
    rows: ({ rows, observations, recorded, corrected, same, rejected }: ImportResult) =>
      `${rows} rows${observations === rows ? '' : `, ${observations} observations`}: ` +
      `${recorded} new, ${corrected} corrected, ${same} the same, ${rejected} rejected.`,
    skipped: (count: number) => `${count} rows were left out, as the mapping says.`,
    written: 'Written.',
    nothing: 'Nothing was written.',
    more: (count: number) => `… and ${count} more.`,
    times: (count: number, code: string) => `${count} × ${code}`,
    head: ['line', 'column', 'code', 'value', 'message'],
    warnings: 'Warnings, which reject nothing:',
    changes: 'What changes, for example:',
  },
  fr: {
    rows: ({ rows, observations, recorded, corrected, same, rejected }: ImportResult) =>
      `${rows} lignes${observations === rows ? '' : `, ${observations} observations`} : ` +
      `${recorded} nouvelles, ${corrected} corrigées, ${same} inchangées, ${rejected} rejetées.`,
    skipped: (count: number) => `${count} lignes ont été omises, comme le dit la correspondance.`,
    written: 'Consigné.',
    nothing: 'Rien n’a été consigné.',
    more: (count: number) => `… et ${count} autres.`,
    times: (count: number, code: string) => `${count} × ${code}`,
    head: ['ligne', 'colonne', 'code', 'valeur', 'message'],
    warnings: 'Avertissements, qui ne rejettent rien :',
    changes: 'Ce qui change, par exemple :',
  },
} as const;

const alignedColumns = 4;

const cellsOf = (error: ImportError, language: Language): readonly string[] => [
  error.line === 0 ? '' : String(error.line),
  error.column ?? '',
  error.code,
  error.value ?? '',
  error.message[language],
  error.suggestion?.[language] ?? '',
];

/** Rows of cells, the short first columns aligned and the sentences after them. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const short = rows.map((row) => row.slice(0, alignedColumns));
  const widths = Array.from({ length: alignedColumns }, (_, at) =>
    Math.max(...short.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row, at) => {
    const cells = short[at]?.map((cell, column) => cell.padEnd(widths[column] ?? 0)) ?? [];
    return [...cells, row.slice(alignedColumns).join(' ')].join('  ').trimEnd();
  });
}

// A control character in a file must not steer the terminal.
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�');

/** The first findings as a table, then how many more there are. */
function table(
  { codes }: ImportResult,
  found: readonly ImportError[],
  language: Language,
): readonly string[] {
  const words = sentences[language];
  const [first] = found;
  if (first === undefined) return [];
  const rows = found.slice(0, shownMax).map((each) => cellsOf(each, language).map(printable));
  const own = codes.filter(({ severity }) => severity === first.severity);
  const total = own.reduce((sum, { count }) => sum + count, 0);
  const counts = own.map(({ count, code }) => words.times(count, code)).join(', ');
  const more = total > shownMax ? [`${words.more(total - shownMax)} ${counts}`] : [];
  return [...aligned([words.head, ...rows]), ...more];
}

/**
 * What became of a file, for a terminal: the first rejections as a table, the warnings, what
 * would change when nothing was written, then the counts.
 */
export function reportText(result: ImportResult, language: Language): string {
  const { errors, warnings, changes, skipped, attempts } = result;
  const words = sentences[language];
  const warned = table(result, warnings, language);
  const shown = attempts === 0 ? changes : [];
  const counts = `${words.rows(result)} ${attempts === 0 ? words.nothing : words.written}`;
  const lines = [
    ...table(result, errors, language),
    ...(warned.length > 0 ? [words.warnings, ...warned] : []),
    ...(shown.length > 0 ? [words.changes] : []),
    ...shown.map((change) => printable(`  ${shownChange(change, language)}`)),
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
    counts,
  ];
  return `${lines.join('\n')}\n`;
}
