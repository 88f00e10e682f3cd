/** A key as it is stored. */
export type StoredKey = { readonly id: string; readonly key: Uint8Array };

/** To the writing thread; it answers in the order of its messages. */
export type ToWriter =
  | { readonly kind: 'insert'; readonly keys: readonly StoredKey[] }
  | { readonly kind: 'destroy'; readonly ids: readonly string[] }
  | { readonly kind: 'close' };

/** The answer to the oldest messages that wait: done and on the disk, or why not. */
export type FromWriter = { readonly count: number; readonly failure?: string };
