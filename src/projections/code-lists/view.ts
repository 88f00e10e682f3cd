import type { CodeListVersion } from '../../domain/code-lists.js';
import { table } from '../projection.js';

/** What was published of each list, by its scheme. */
export const codeListTable = table<{
  readonly code: string;
  readonly row: readonly CodeListVersion[];
}>({
  name: 'code_list',
  columns: { code: 'text', row: 'json' },
  key: ['code'],
  versioned: true,
  indexes: [['since'], ['until']],
});
