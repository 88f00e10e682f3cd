import type { StoredKey } from './writer-messages.js';

/** All keys of a hub, and the secret behind its hashes. */
export type HeldKeys = { readonly secret: Uint8Array; readonly keys: readonly StoredKey[] };

/** A place whose keys can be taken to another. */
export type KeysHolder = {
  /** Undefined where keys were never begun. */
  read(): Promise<HeldKeys | undefined>;
  /**
   * Adds keys to those that are there.
   * @returns false when those are of another hub; then nothing is written
   */
  write(held: HeldKeys): Promise<boolean>;
};
