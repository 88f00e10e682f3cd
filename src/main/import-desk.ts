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

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The organization for which a caller imports; undefined for one who may not. */
export const importingOrganization = (caller: Caller): string | undefined =>
  actingOrganization(caller, { roles: importRoles, parties: caller.organizations });

/** An upload that was written to a file. */
type SavedUpload = { readonly folder: string; readonly name: string; readonly bytes: number };

/** Imports an upload from the folder where it was saved. */
async function runImport(
  { folder, name, bytes }: SavedUpload,
  { mapping, dryRun, acceptValid }: ImportOrder,
  caller: Caller,
  ports: ImportPorts,
  { importRowsMax }: Limits,
): Promise<RanImport> {
  const mappingFile = join(folder, '.mapping.json');
  const markedCopy = join(folder, '.marked.xlsx');
  await writeFile(mappingFile, mapping);
  const imported = await importInThread(ports, {
    file: join(folder, name),
    mapping: mappingFile,
    caller,
    dryRun,
    acceptValid,
    bytesMax: bytes,
    rowsMax: importRowsMax,
    workFolder: folder,
    ...(!dryRun && { markedCopy }),
  });
  return observationResult(imported, dryRun, dryRun ? undefined : markedCopy);
}

/** Writes an upload to a file as it is read, and tells its length in bytes and its SHA-256. */
async function saveUpload({ name, chunks }: Upload, folder: string) {
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await writeFile(join(folder, name), measured());
  return { saved: { folder, name, bytes }, fileHash: hash.digest('hex') };
}

/** Gives a task a folder of its own, which is gone afterwards. */
async function inFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-import-'));
  try {
    return await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const refused = (...reason: Parameters<typeof refuse>): ImportAnswer => ({
  outcome: 'refused',
  refusals: refuse(...reason).refusals,
});

/** Who gave an order, for whom. */
type Orderer = {
  readonly organization: string;
  readonly caller: Caller;
  readonly correlationId: string;
};

async function importUpload(
  [desk, ports, limits]: Parameters<typeof importDesk>,
  order: ImportOrder,
  { organization, caller, correlationId }: Orderer,
): Promise<ImportAnswer> {
  const upload = await desk.store.upload(organization, order.upload);
  if (upload === undefined) return refused('upload-unknown', 'input.upload');
  return inFolder(async (folder) => {
    const { saved, fileHash } = await saveUpload(upload, folder);
    const run = () => runImport(saved, order, caller, ports, limits);
    if (order.dryRun) return { outcome: 'answered', attempt: null, ...(await run()) };
    const attempt = {
      organization,
      kind: 'OBSERVATIONS' as const,
      idempotencyKey: order.idempotencyKey,
      fileName: saved.name,
      fileHash,
      mappingHash: sha256(order.mapping),
    };
    return recordImport(desk, attempt, { caller, correlationId }, run);
  });
}

/** Imports uploads, one at a time for each organization and, at this node, a few in all. */
export function importDesk(desk: AttemptDesk, ports: ImportPorts, limits: Limits): ImportDesk {
  const underWay = new Set<string>();
  return {
    async importObservations(order, caller, correlationId) {
      const organization = importingOrganization(caller);
      if (organization === undefined) return { outcome: 'denied' };
      if (underWay.has(organization)) return refused('import-under-way');
      if (underWay.size >= limits.importsRunningMax) return refused('imports-busy');
      underWay.add(organization);
      try {
        await using turn = await desk.store.takeTurn(organization);
        if (turn === undefined) return refused('import-under-way');
        const orderer = { organization, caller, correlationId };
        return await importUpload([desk, ports, limits], order, orderer);
      } finally {
        underWay.delete(organization);
      }
    },
  };
}
