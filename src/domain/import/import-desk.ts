import type { Caller } from '../authority.js';
import type { Refusal } from '../decision.js';
import type { Language } from '../text.js';
import type { ImportResult } from './state.js';

type Bilingual = Readonly<Record<Language, string>>;

/** What is wrong with a file, a row or a cell. */
export type ImportProblem = {
  /** Sheet of a workbook of several; null where there is but one table. */
  readonly sheet: string | null;
  /** 1 for the first line; 0 when the file as a whole is at fault. */
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  /** A warning rejects nothing. */
  readonly severity: 'ERROR' | 'WARNING';
  readonly message: Bilingual;
  readonly suggestion: Bilingual | null;
};

/** An order to import observations from an upload. */
export type ImportOrder = {
  readonly idempotencyKey: string;
  /** Id that the upload was given. */
  readonly upload: string;
  /** The mapping, as JSON. */
  readonly mapping: string;
  readonly dryRun: boolean;
  readonly acceptValid: boolean;
};

/** What became of an order. */
export type ImportAnswer =
  | { readonly outcome: 'denied' }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  | {
      readonly outcome: 'answered';
      readonly result: Omit<ImportResult, 'reportHash' | 'workbookHash'>;
      /** The first of them; `result.problems` counts all. */
      readonly problems: readonly ImportProblem[];
      /** The attempt, and the position of its last event; null for a dry run. */
      readonly attempt: { readonly id: string; readonly position: number } | null;
    };

/** Imports files that were uploaded, with the authority of whoever asks. */
export type ImportDesk = {
  importObservations(
    order: ImportOrder,
    caller: Caller,
    correlationId: string,
  ): Promise<ImportAnswer>;
};
