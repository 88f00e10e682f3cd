import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Upload } from '../adapters/import-store/import-store.js';
import { importInThread } from '../adapters/imports/import-in-thread.js';
import type { ImportPorts } from '../adapters/imports/import-request.js';
import { actingOrganization, type Caller } from '../domain/authority.js';
import { refuse } from '../domain/decision.js';
import { importRoles } from '../domain/import/commands.js';
import type { ImportAnswer, ImportDesk, ImportOrder } from '../domain/import/import-desk.js';
import type { Configuration } from './configuration.js';
import { observationResult } from './observation-result.js';
import { recordImport, type AttemptDesk, type RanImport } from './recorded-import.js';

type Limits = Pick<Configuration, 'importRowsMax' | 'importsRunningMax'>;

const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex');

/** The organization for which a caller imports; undefined for one who may not. */
export const importingOrganization = (caller: Caller): string | undefined =>
  actingOrganization(caller, { roles: importRoles, parties: caller.organizations });

/** Imports an upload from files of its own, which are gone afterwards. */
async function runImport(
  { name, bytes }: Upload,
  { mapping, dryRun, acceptValid }: ImportOrder,
  caller: Caller,
  ports: ImportPorts,
  { importRowsMax }: Limits,
): Promise<RanImport> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-import-'));
  try {
    const [file, mappingFile] = [join(folder, name), join(folder, '.mapping.json')];
    const markedCopy = join(folder, '.marked.xlsx');
    await Promise.all([writeFile(file, bytes), writeFile(mappingFile, mapping)]);
    const imported = await importInThread(ports, {
      file,
      mapping: mappingFile,
      caller,
      dryRun,
      acceptValid,
      bytesMax: bytes.length,
      rowsMax: importRowsMax,
      workFolder: folder,
      ...(!dryRun && { markedCopy }),
    });
    return await observationResult(imported, dryRun, dryRun ? undefined : markedCopy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const refused = (...reason: Parameters<typeof refuse>): ImportAnswer => ({
  outcome: 'refused',
  refusals: refuse(...reason).refusals,
});

/** Imports uploads, one at a time for each organization and a few at a time in all. */
export function importDesk(desk: AttemptDesk, ports: ImportPorts, limits: Limits): ImportDesk {
  const underWay = new Set<string>();
  const importUpload = (
    order: ImportOrder,
    organization: string,
    caller: Caller,
    correlationId: string,
  ): Promise<ImportAnswer> | ImportAnswer => {
    const upload = desk.store.upload(organization, order.upload);
    if (upload === undefined) return refused('upload-unknown', 'input.upload');
    const run = () => runImport(upload, order, caller, ports, limits);
    if (order.dryRun)
      return run().then((ran) => ({ outcome: 'answered', attempt: null, ...ran }) as const);
    const attempt = {
      organization,
      kind: 'OBSERVATIONS' as const,
      idempotencyKey: order.idempotencyKey,
      fileName: upload.name,
      fileHash: sha256(upload.bytes),
      mappingHash: sha256(order.mapping),
    };
    return recordImport(desk, attempt, { caller, correlationId }, run);
  };
  return {
    async importObservations(order, caller, correlationId) {
      const organization = importingOrganization(caller);
      if (organization === undefined) return { outcome: 'denied' };
      if (underWay.has(organization)) return refused('import-under-way');
      if (underWay.size >= limits.importsRunningMax) return refused('imports-busy');
      underWay.add(organization);
      try {
        return await importUpload(order, organization, caller, correlationId);
      } finally {
        underWay.delete(organization);
      }
    },
  };
}
