import { accept, refuse, type Decision } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText } from '../text.js';
import type { ImportEvents, ImportKind } from './events.js';
import type { ImportResult, ImportState } from './state.js';

type ImportDecision = Decision<ImportEvents>;

/** Which file is brought in, and as what. */
export type ImportDetails = {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileHash: string;
  readonly mappingHash?: string | undefined;
};

/** Notes that a file is about to be imported. */
export const beginImport =
  ({ kind, fileName, fileHash, mappingHash }: ImportDetails) =>
  (_: ImportState): ImportDecision =>
    firstRefusal(checkText({ en: fileName }, 'input.fileName', 255)) ??
    accept({
      type: 'ImportBegun',
      data: { kind, fileName: plainText({ en: fileName }), fileHash, mappingHash },
    });

/** Notes what became of it, once. */
export const finishImport =
  (result: ImportResult) =>
  (state: ImportState): ImportDecision => {
    if (state.status === 'none') return refuse('import-unknown', 'input.importId');
    if (state.status === 'finished') return refuse('import-finished', 'input.importId');
    const { outcome, rows, recorded, corrected, same, rejected } = result;
    const { reportHash, workbookHash, problems } = result;
    const kept = { reportHash, workbookHash, problems };
    const data = { outcome, rows, recorded, corrected, same, rejected, ...kept };
    return accept({ type: 'ImportFinished', data });
  };
