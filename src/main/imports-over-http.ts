import type { ImportsOverHttp } from '../adapters/http/import-routes.js';
import type { ImportStore } from '../adapters/import-store/import-store.js';
import { torontoDate } from '../domain/civil-date.js';
import { isNodeId } from '../domain/identifiers.js';
import { mayReadFirstNation, mayReadImports } from '../graphql/authorization.js';
import { reaching } from '../graphql/reach.js';
import type { ReadModels } from '../projections/read-models.js';
import type { Configuration } from './configuration.js';
import { importingOrganization } from './import-desk.js';

/** Uploads and reports over HTTP, with the authority of whoever asks. */
export const importsOverHttp = (
  { importUploadBytesMax }: Pick<Configuration, 'importUploadBytesMax'>,
  store: ImportStore,
  views: Pick<ReadModels, 'snapshot'>,
  now: () => string,
): ImportsOverHttp => ({
  uploadBytesMax: importUploadBytesMax,
  mayUpload: (caller) => importingOrganization(caller) !== undefined,
  async keep(caller, upload) {
    const id = await store.keepUpload(importingOrganization(caller) ?? '', upload);
    return id === undefined ? undefined : { id };
  },
  async report(caller, id, format) {
    if (!isNodeId('import', id)) return undefined;
    const snapshot = await views.snapshot();
    try {
      const row = await snapshot.importAttempt(id, { position: snapshot.position });
      if (row === undefined) return undefined;
      const organizations = await snapshot.organizations({ position: snapshot.position });
      const today = torontoDate(now());
      const reader = reaching(caller, organizations, today);
      const { organization } = row;
      if (!mayReadImports(reader, organization)) return 'denied';
      const grants = (await snapshot.consents()).get(organization) ?? [];
      const asked = { subject: { kind: 'FILES' }, level: 'IDENTIFIED', today } as const;
      const isFirstNation = organizations.get(organization)?.kind === 'FIRST_NATION';
      if (isFirstNation && !mayReadFirstNation(reader, organization, grants, asked))
        return 'denied';
      const { finished } = row.document;
      const hash = format === 'csv' ? finished?.reportHash : finished?.workbookHash;
      return hash === undefined ? undefined : await store.report(hash);
    } finally {
      snapshot.release();
    }
  },
});
