import type { CodeList as Known } from '../../domain/code-lists.js';
import { labelText } from '../text.build.js';
import type { CodeList } from './code-list.object.js';

/** A code list as the API shows it. */
export const buildCodeList = ({ scheme, versions }: Known): CodeList => ({
  scheme,
  versions: versions.map(({ codes, ...version }) => ({
    ...version,
    codes: codes.map(({ code, label, parent }) => ({
      code,
      label: labelText(label),
      parent: parent ?? null,
    })),
  })),
});
