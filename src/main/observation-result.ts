import { readFile } from 'node:fs/promises';
import type { ImportResult } from '../adapters/imports/import-request.js';
import type { RanImport } from './recorded-import.js';

function outcomeOf({ attempts, recorded, corrected, errors }: ImportResult, isDry: boolean) {
  const isWriting = recorded + corrected > 0 && (isDry || attempts > 0);
  if (errors.length > 0) return isWriting && !isDry ? 'PARTLY_WRITTEN' : 'REJECTED';
  return isWriting ? 'WRITTEN' : 'UNCHANGED';
}

/**
 * What an import of observations came to, in the words of attempts.
 * @param markedCopy file in which a copy with marked cells was made, if one was needed
 */
export async function observationResult(
  imported: ImportResult,
  isDry: boolean,
  markedCopy?: string,
): Promise<RanImport> {
  const { rows, same, rejected, attempts, errors, warnings, codes } = imported;
  const outcome = outcomeOf(imported, isDry);
  // What a rejected file would have written was not written.
  const isWritten = isDry || attempts > 0;
  const { recorded, corrected } = isWritten ? imported : { recorded: 0, corrected: 0 };
  const problems = [...errors, ...warnings]
    .toSorted((a, b) => a.line - b.line)
    .map((each) => ({ sheet: null, ...each }));
  const counts = { rows, recorded, corrected, same, rejected };
  const all = codes.reduce((sum, { count }) => sum + count, 0);
  const isMarked = all > 0 && markedCopy !== undefined;
  return {
    result: { outcome, ...counts, problems: all },
    problems,
    workbook: isMarked ? await readFile(markedCopy) : undefined,
  };
}
