import type { Refusal } from '../../domain/decision.js';
import type { Draft } from './draft.js';
import { explainedError, importError, type ImportError } from './import-error.js';
import type { ImportPorts } from './import-request.js';

/** A denial or refusals of a row's command as errors of its cells. */
export async function rowRefusals(
  { line, cell, origins }: Draft,
  refused: 'denied' | readonly Refusal[],
  { explain }: Pick<ImportPorts, 'explain'>,
): Promise<readonly ImportError[]> {
  if (refused === 'denied') return [importError('row-denied', { line, ...cell })];
  const sentences = await explain(refused);
  return refused.map(({ code, field = '' }, at) => {
    const place = { line, ...(origins[field.replace(/^input\./, '')] ?? cell) };
    return explainedError(code, place, sentences[at] ?? { en: code, fr: code });
  });
}
