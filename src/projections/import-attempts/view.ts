import type { ImportKind } from '../../domain/import/events.js';
import type { EventData } from '../../domain/catalogue.js';
import type { FreeText } from '../../domain/text.js';
import { table } from '../projection.js';

/** An attempt to import a file, its name sealed. */
export type ImportDocument = {
  /** Its stream. */
  readonly id: string;
  readonly revision: number;
  /** For whom, and who gave the command. */
  readonly organization: string;
  readonly actor: string;
  readonly kind: ImportKind;
  readonly fileName: FreeText;
  readonly fileHash: string;
  readonly mappingHash?: string | undefined;
  readonly begunAt: string;
  /** Absent while it is under way, and for one that was cut short. */
  readonly finished?: EventData<'ImportFinished'> & { readonly at: string };
};

/** An attempt and where it stands among all of them. */
export type ImportRow = {
  readonly id: string;
  readonly organization: string;
  /** Position at which it began: the newest comes first. */
  readonly position: number;
  readonly document: ImportDocument;
};

/** Every attempt, as it stood at any time. */
export const importTable = table<ImportRow>({
  name: 'import_attempt',
  columns: { id: 'text', organization: 'text', position: 'integer', document: 'json' },
  key: ['id'],
  versioned: true,
  indexes: [['organization', 'position'], ['position']],
});
