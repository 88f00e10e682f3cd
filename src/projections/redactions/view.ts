import { table } from '../projection.js';

/** A key that was to be destroyed; at start-up the hub makes sure that it is. */
export type RedactedKeyRow = { readonly key: string; readonly position: number };

/** Keys that are not to exist any more. */
export const redactedKeyTable = table<RedactedKeyRow>({
  name: 'redacted_key',
  columns: { key: 'text', position: 'integer' },
  key: ['key'],
  versioned: false,
});
