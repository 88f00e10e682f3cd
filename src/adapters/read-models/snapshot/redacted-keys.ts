import type { Reading } from './reading.js';

/** Keys of all texts that were redacted. */
export async function redactedKeys({ all }: Reading): Promise<readonly string[]> {
  const rows = await all('SELECT "key" FROM redacted_key ORDER BY "key"', {});
  return rows.map(({ key }) => key as string);
}
