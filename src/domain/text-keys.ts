import type { PlainText, SealedText } from './text.js';

/**
 * Keeper of the keys of free texts, one key per text. Every adapter passes
 * `tests/adapters/text-keys/contract.ts`. A destroyed key never comes back.
 */
export type TextKeys = {
  /** Encrypts texts under new keys. The keys are durable when it resolves. */
  seal(texts: readonly PlainText[]): Promise<readonly SealedText[]>;
  /** Decrypts texts; undefined for each whose key was destroyed. */
  open(texts: readonly SealedText[]): readonly (PlainText | undefined)[];
  /** Destroys keys, durably and beyond recovery from the file. Unknown keys are ignored. */
  destroy(keys: readonly string[]): Promise<void>;
  /** Keyed hash (HMAC-SHA-256, hexadecimal) under the hub's own secret. */
  hash(text: string): string;
  close(): Promise<void>;
};
