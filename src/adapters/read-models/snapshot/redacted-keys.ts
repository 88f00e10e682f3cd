import type { Reading } from './reading.js';

/** Keys of all texts that were redacted. */
export const redactedKeys = ({ all }: Reading): readonly string[] =>
  all('SELECT "key" FROM redacted_key ORDER BY "key"', {}).map(({ key }) => key as string);
