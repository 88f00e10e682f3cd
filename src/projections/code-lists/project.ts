import type { EventData } from '../../domain/catalogue.js';
import type { CodeListVersion } from '../../domain/code-lists.js';
import type { Projection } from '../projection.js';
import { codeListTable } from './view.js';

/** Versions of code lists, as they are published. */
export const codeLists: Projection = {
  name: 'code-lists',
  version: 1,
  tables: [codeListTable],
  project: (events, views) => {
    for (const { type, data, position } of events) {
      if (type !== 'CodeListVersionPublished') continue;
      const { scheme, ...version } = data as EventData<'CodeListVersionPublished'>;
      const earlier = views.get(codeListTable, [scheme])?.row ?? [];
      const row = [...earlier, version as CodeListVersion];
      views.put(codeListTable, { code: scheme, row }, position);
      views.touch('code-lists');
    }
  },
};
