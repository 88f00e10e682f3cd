import type { Language } from '../../domain/text.js';
import type { PlanImportResult } from './import-plans.js';
import type { PlanProblem } from './plan-problem.js';

const shownMax = 50;

const words = {
  en: {
    counts: ({ plans, rows, recorded, changed, same }: PlanImportResult) =>
      `${plans} plans in ${rows} rows: ${recorded} entries new, ${changed} changed, ` +
      `${same} the same.`,
    line: 'line',
    written: 'Written.',
    nothing: 'Nothing was written.',
    more: (count: number) => `… and ${count} more.`,
  },
  fr: {
    counts: ({ plans, rows, recorded, changed, same }: PlanImportResult) =>
      `${plans} plans en ${rows} lignes : ${recorded} inscriptions nouvelles, ` +
      `${changed} modifiées, ${same} inchangées.`,
    line: 'ligne',
    written: 'Consigné.',
    nothing: 'Rien n’a été consigné.',
    more: (count: number) => `… et ${count} autres.`,
  },
} as const;

function lineOf(problem: PlanProblem, language: Language): string {
  const { sheet, line, column, value, code, message, suggestion } = problem;
  const place = [sheet, line === 0 ? '' : `${words[language].line} ${line}`, column ?? ''];
  const held = value === null || value === '' ? '' : ` (${value})`;
  const advice = suggestion === null ? '' : ` ${suggestion[language]}`;
  const where = place.filter((part) => part !== '').join(', ');
  return `${where}${held}: ${code}. ${message[language]}${advice}`.replace(/^: /, '');
}

// A control character in a file must not steer the terminal.
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�');

/** What became of a workbook, for a terminal: the first problems, then the counts. */
export function planReport(result: PlanImportResult, language: Language): string {
  const { problems, written } = result;
  const { counts, nothing, more, written: done } = words[language];
  const shown = problems.slice(0, shownMax).map((each) => printable(lineOf(each, language)));
  const rest = problems.length > shownMax ? [more(problems.length - shownMax)] : [];
  const isNew = written && result.recorded + result.changed > 0;
  return `${[...shown, ...rest, `${counts(result)} ${isNew ? done : nothing}`].join('\n')}\n`;
}
