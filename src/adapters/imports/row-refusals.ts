import type { Refusal } from '../../domain/decision.js';
import type { Draft } from './draft.js';
import { explainedError, importError, type Bilingual, type ImportError } from './import-error.js';

/** Says why a command was refused; the API has the sentences. */
export type Explain = (refusal: Refusal) => Bilingual;

/** A denial or refusals of a row's command as errors of its cells. */
export function rowRefusals(
  { line, cell, origins }: Draft,
  refused: 'denied' | readonly Refusal[],
  explain: Explain,
): readonly ImportError[] {
  if (refused === 'denied') return [importError('row-denied', { line, ...cell })];
  return refused.map((refusal) => {
    const { code, field = '' } = refusal;
    return explainedError(
      code,
      { line, ...(origins[field.replace(/^input\./, '')] ?? cell) },
      explain(refusal),
    );
  });
}
