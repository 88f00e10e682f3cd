import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { importError, type Bilingual, type ImportError } from './import-error.js';
import type { ImportRequest } from './import-request.js';
import { parseMapping, type Mapping } from './mapping.js';
import { scanFile, type ScannedFile } from './scan-file.js';

/** A file with its mapping. */
export type ImportInput = {
  readonly scanned: ScannedFile;
  readonly mapping: Mapping;
  /** SHA-256 of the mapping, hexadecimal. */
  readonly mappingHash: string;
};

type Failed = { readonly errors: readonly ImportError[] };

const mappingBytesMax = 1_048_576;
const defaultBytesMax = 2_147_483_648;

const reasons: Readonly<Record<string, Bilingual>> = {
  ENOENT: { en: 'there is no such file', fr: 'ce fichier n’existe pas' },
  EACCES: { en: 'reading it is not permitted', fr: 'sa lecture n’est pas permise' },
  EISDIR: { en: 'it is a folder', fr: 'c’est un dossier' },
};

/** Reads a file that is no longer than a limit, or says why it cannot. */
async function readBounded<T>(
  file: string,
  bytesMax: number,
  read: () => Promise<T>,
): Promise<T | Failed> {
  try {
    const { size } = await stat(file);
    if (size <= bytesMax) return await read();
    const sizes = { file, bytes: size, max: bytesMax };
    return { errors: [importError('file-too-large', { line: 0 }, sizes)] };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = reasons[code] ?? (code || message);
    return { errors: [importError('file-unreadable', { line: 0 }, { file, reason })] };
  }
}

const saveAs: Bilingual = {
  en: 'open it where it was made and save the table as CSV or XLSX',
  fr: 'l’ouvrir où il a été fait et enregistrer le tableau en CSV ou XLSX',
};

const otherKinds: Readonly<Partial<Record<ScannedFile['format'], Bilingual>>> = {
  pdf: { en: 'a PDF document', fr: 'un document PDF' },
  xls: { en: 'an Excel 97–2003 file', fr: 'un fichier Excel 97–2003' },
  binary: { en: 'not text', fr: 'autre chose que du texte' },
};

/** Why a file cannot hold a table at all; undefined when it may. */
function noTable({ format }: ScannedFile): ImportError | undefined {
  if (format === 'empty') return importError('file-empty', { line: 0 });
  const kind = otherKinds[format];
  return kind && importError('file-not-a-table', { line: 0 }, { kind }, saveAs);
}

/** Reads the mapping of an import and scans its file, or says what is wrong with them. */
export async function readInput(request: ImportRequest): Promise<ImportInput | Failed> {
  const { file, bytesMax = defaultBytesMax } = request;
  const json = await readBounded(request.mapping, mappingBytesMax, () =>
    readFile(request.mapping, 'utf8'),
  );
  if (typeof json !== 'string') return json;
  const mapping = parseMapping(json);
  if ('errors' in mapping) return mapping;
  const scanned = await readBounded(file, bytesMax, () => scanFile(file, mapping.file.encoding));
  if ('errors' in scanned) return scanned;
  const unfit = noTable(scanned);
  if (unfit !== undefined) return { errors: [unfit] };
  return { scanned, mapping, mappingHash: createHash('sha256').update(json).digest('hex') };
}
