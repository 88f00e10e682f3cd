import { hash as digest } from 'node:crypto';
import { basename } from 'node:path';
import type { Label } from '../../domain/text.js';
import type { Attempt } from './attempt.js';
import type { ImportInput } from './read-input.js';
import type { StagedDraft } from './stage.js';

/** What every command of one import has in common. */
export type ImportSource = {
  /**
   * Idempotency key of an observation. The same row of the same file read by the same mapping
   * has the same one for ever, so a second import writes nothing, even when the number was
   * corrected by other means since.
   */
  keyOf(name: string): string;
  attemptOf(staged: StagedDraft, comparison: Attempt['comparison']): Attempt;
};

/** Names the source of an import by its file and mapping, byte for byte. */
export function importSource({ scanned, mapping, mappingHash }: ImportInput): ImportSource {
  const { file, hash } = scanned;
  const reason: Label = mapping.reason ?? {
    en: `Imported from ${basename(file)}, sha-256 ${hash}`,
    fr: `Importé de ${basename(file)}, sha-256 ${hash}`,
  };
  const keyOf = (name: string): string => digest('sha256', `${hash} ${mappingHash} ${name}`);
  return {
    keyOf,
    attemptOf({ draft: { indicator, key, content }, name }, comparison) {
      return { indicator, key, content, comparison, idempotencyKey: keyOf(name), reason };
    },
  };
}
